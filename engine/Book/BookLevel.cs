using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>A level of the book as one meets it walking from the best price outwards.</summary>
/// <param name="Price">Its price.</param>
/// <param name="Total">The sum of its orders.</param>
/// <param name="Orders">How many they are; at least 1.</param>
/// <param name="Head">The first in line; the rest follow by <see cref="OrderBook.After"/>.</param>
internal readonly record struct BookLevel(Price Price, Quantity Total, int Orders, int Head);
