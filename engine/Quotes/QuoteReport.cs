using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Quotes;

/// <summary>What became of one quote of a mass quote.</summary>
/// <param name="Wanted">The quote as it was sent.</param>
/// <param name="Id">The order that rests for it; <c>default</c> if none does.</param>
/// <param name="Price">Where it rests: the wanted price, or the nearest behind it that neither
/// takes nor is a better level's.</param>
/// <param name="Rejection">Why it does not rest, or <see cref="Rejection.None"/>.</param>
public readonly record struct QuoteReport(
    Quote Wanted, OrderId Id, Price Price, Rejection Rejection)
{
    /// <summary>Whether an order rests for it.</summary>
    public bool Rests => Rejection == Rejection.None;
}
