using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.Journal;

/// <summary>An answer with the trades that it told of.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Fills">The order's own trades at entry, in order.</param>
public sealed record KeptAnswer(ClientAnswer Answer, Fill[] Fills);
