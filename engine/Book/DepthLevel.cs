using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What rests at one price.</summary>
/// <param name="Price">The price.</param>
/// <param name="Quantity">The sum of its orders; 0 in a change says that none is left.</param>
/// <param name="Orders">How many they are; 0 with a quantity of 0 alone.</param>
public readonly record struct DepthLevel(Price Price, Quantity Quantity, int Orders);
