using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Boundary;

/// <summary>Turns a rule's answer in doubles into levels in ticks and lots. Pure.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Prices round towards the other side, bids up and asks down, so that no spread is wider
/// than the rule asked for; within <c>1e-6</c> of a whole tick they snap to it.</item>
/// <item>Where that would make best bid and best ask touch or cross, they stand one tick apart
/// around the reference: bid ≤ reference &lt; ask. A spread under a tick thus becomes one tick.
/// </item>
/// <item>Levels that land on the same tick become one level with the sum of their sizes, or the
/// pair's largest.</item>
/// <item>Sizes round down to lots, each level by itself; one of less than a lot is dropped.</item>
/// </list>
/// </remarks>
public static class LadderRounding
{
    /// <summary>Rounds the answer to the last tick.</summary>
    /// <param name="quotes">The rule's answer.</param>
    /// <param name="spec">The pair's steps and limits.</param>
    /// <param name="bids">Cleared, then filled best first; empty after a fault.</param>
    /// <param name="asks">Cleared, then filled best first; empty after a fault.</param>
    /// <returns>The first fault of the answer, if it has one.</returns>
    public static LadderVerdict Round(
        Quotes quotes, PairSpec spec, List<Quote> bids, List<Quote> asks)
    {
        bids.Clear();
        asks.Clear();
        var verdict = LadderValidation.Check(quotes, spec);
        if (!verdict.IsSound)
            return verdict;
        var (bestBid, bestAsk) = BestPrices(quotes, (double)spec.TickSize);
        Append(quotes.Bids.Levels, Side.Buy, bestBid, spec, bids);
        Append(quotes.Asks.Levels, Side.Sell, bestAsk, spec, asks);
        return default;
    }

    /// <summary>The highest bid and the lowest ask that may be quoted, in ticks.</summary>
    private static (long Bid, long Ask) BestPrices(Quotes quotes, double tickSize)
    {
        var bids = quotes.Bids.Levels;
        var asks = quotes.Asks.Levels;
        if (bids.IsEmpty || asks.IsEmpty)
            return (long.MaxValue, 0);
        var bid = Grid.Steps(bids[0].Price, tickSize);
        var ask = Grid.Steps(asks[0].Price, tickSize);
        var (roundedBid, roundedAsk) = ((long)Math.Ceiling(bid), (long)Math.Floor(ask));
        if (roundedBid < roundedAsk)
            return (roundedBid, roundedAsk);

        // A skewed ladder may lie beside the reference; then its own nearest price stands in. The
        // second term keeps the bid below an ask that lies on a tick itself.
        var mid = Math.Clamp(Grid.Steps(quotes.Mid, tickSize), bid, ask);
        roundedBid = (long)Math.Min(Math.Floor(mid), Math.Ceiling(ask) - 1);
        return (roundedBid, roundedBid + 1);
    }

    private static void Append(
        ReadOnlySpan<Level> levels, Side side, long best, PairSpec spec, List<Quote> ladder)
    {
        var (tickSize, lotSize) = ((double)spec.TickSize, (double)spec.LotSize);
        for (var i = 0; i < levels.Length; i++)
        {
            var lots = (long)Grid.Steps(levels[i].Size, lotSize);
            if (lots == 0)
                continue;
            var ticks = Grid.Steps(levels[i].Price, tickSize);
            var price = new Price(
                side == Side.Buy
                    ? Math.Min((long)Math.Ceiling(ticks), best)
                    : Math.Max((long)Math.Floor(ticks), best));
            if (ladder.Count > 0 && ladder[^1].Price == price)
            {
                lots += ladder[^1].Quantity.Lots;
                ladder.RemoveAt(ladder.Count - 1);
            }
            lots = Math.Min(lots, spec.MaxQuantity.Lots);
            ladder.Add(new Quote(side, price, new Quantity(lots)));
        }
    }
}
