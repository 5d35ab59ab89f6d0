using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Where a quote of a ladder rests, beside its report at the same index. <c>default</c> is
/// nowhere.</summary>
internal struct QuotePlace
{
    /// <summary>Its slot, which is another order's once it is gone: ask
    /// <see cref="OrderBook.IsQuoteAt"/>.</summary>
    public int Slot;

    /// <summary>What a bid held for all of its report's quantity.</summary>
    public Notional Held;
}
