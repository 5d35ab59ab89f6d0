using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What rests at one price.</summary>
/// <param name="Price">The price.</param>
/// <param name="Quantity">The sum of its orders.</param>
/// <param name="Orders">How many they are; at least 1.</param>
public readonly record struct DepthLevel(Price Price, Quantity Quantity, int Orders);
