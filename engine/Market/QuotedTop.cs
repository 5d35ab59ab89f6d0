using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>What a maker's ladder looks like from outside. <c>default</c> is no ladder.</summary>
/// <param name="Bid">Its best bid, if <paramref name="BidLevels"/> is not 0.</param>
/// <param name="BidLevels">How many of its bids rest.</param>
/// <param name="Ask">Its best ask, if <paramref name="AskLevels"/> is not 0.</param>
/// <param name="AskLevels">How many of its asks rest.</param>
public readonly record struct QuotedTop(Price Bid, int BidLevels, Price Ask, int AskLevels)
{
    /// <summary>Whether both sides are quoted.</summary>
    public bool IsTwoSided => BidLevels > 0 && AskLevels > 0;

    /// <summary>The smaller number of levels.</summary>
    public int Levels => Math.Min(BidLevels, AskLevels);

    /// <summary>(ask − bid) / middle of a two-sided ladder, in parts per billion, rounded up.
    /// </summary>
    public long SpreadPartsPerBillion
    {
        get
        {
            Invariant.Holds(IsTwoSided);
            var sum = (Int128)Bid.Ticks + Ask.Ticks;
            var doubled = ((Int128)Ask.Ticks - Bid.Ticks) * 2_000_000_000;
            return (long)((doubled + sum - 1) / sum);
        }
    }
}
