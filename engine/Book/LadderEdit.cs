using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>A ladder as it stands now, trades included, with one level changed.</summary>
internal sealed class LadderEdit(OrderBook book)
{
    // One more than a side may have, so that too many are seen to be too many.
    private readonly Quote[] _bids = new Quote[MatchingEngine.MaxQuotesPerSide + 1];
    private readonly Quote[] _asks = new Quote[MatchingEngine.MaxQuotesPerSide + 1];
    private int _bidCount;
    private int _askCount;

    /// <summary>The bids, best first.</summary>
    public ReadOnlySpan<Quote> Bids => _bids.AsSpan(0, _bidCount);

    /// <summary>The asks, best first.</summary>
    public ReadOnlySpan<Quote> Asks => _asks.AsSpan(0, _askCount);

    /// <summary>Takes a ladder down with a quote in place of what stands at its price; with
    /// quantity 0, with nothing there.</summary>
    public void Apply(QuoteLadder ladder, in Quote change)
    {
        _bidCount = Copy(ladder, Side.Buy, change, _bids);
        _askCount = Copy(ladder, Side.Sell, change, _asks);
    }

    private int Copy(QuoteLadder ladder, Side side, in Quote change, Quote[] into)
    {
        var reports = ladder.Wanted(side);
        var slots = ladder.WantedSlots(side);
        var isDue = change.Side == side && change.Quantity != Quantity.Zero;
        var count = 0;
        for (var at = 0; at < reports.Length; at++)
        {
            if (!book.IsQuoteAt(slots[at], reports[at].Id))
                continue;
            ref var node = ref book.Node(slots[at]);
            if (change.Side == side && change.Price == node.Price)
                continue;
            if (isDue && change.Price.IsBetterThan(node.Price, side))
            {
                into[count++] = change;
                isDue = false;
            }
            into[count++] = new Quote(side, node.Price, node.Remaining);
        }
        if (isDue)
            into[count++] = change;
        return count;
    }
}
