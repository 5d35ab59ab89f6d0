using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.Journal;

/// <summary>The answer to an order.</summary>
/// <param name="Result">Its fate.</param>
/// <param name="Fills">Its own trades at entry, in order.</param>
public readonly record struct OrderAnswer(PlaceResult Result, Fill[] Fills);
