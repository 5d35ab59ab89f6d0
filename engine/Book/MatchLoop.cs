using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>The match loop: an incoming order against the book, best price first, first come first
/// within a price.</summary>
internal static class MatchLoop
{
    /// <summary>Trades until the order is filled, the book no longer reaches its limit, or the
    /// policy stops it.</summary>
    /// <returns>What has not traded.</returns>
    public static Quantity Run<TPolicy>(
        OrderBook book, Side taker, Price limit, Quantity quantity, ref TPolicy policy)
        where TPolicy : struct, IMatchPolicy, allows ref struct
    {
        var remaining = quantity;
        while (remaining.Lots > 0 && book.IsReachedBy(limit, taker))
        {
            var maker = book.Best(taker.Opposite());
            var encounter = policy.Meet(maker, ref remaining, out var part);
            if (encounter == Encounter.Stop)
                break;
            if (encounter == Encounter.Next)
                continue;
            policy.Trade(maker, part);
            remaining -= part;
            if (part < book.Node(maker).Remaining || !policy.TryRefill(maker))
                book.Reduce(maker, part);
        }
        return remaining;
    }
}
