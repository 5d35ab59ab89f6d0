namespace MarketMaker.Strategies.Tests.Boundary;

/// <summary>A ladder counted in ten-thousandths of a tick and of a lot, and the rules of rounding
/// written a second time, in decimals and without a thought for speed.</summary>
/// <param name="TickSize">The pair's tick.</param>
/// <param name="Mid">The reference.</param>
/// <param name="Bids">Prices and sizes, best first.</param>
/// <param name="Asks">Prices and sizes, best first.</param>
internal sealed record DecimalLadder(
    decimal TickSize, long Mid, (long Price, long Size)[] Bids, (long Price, long Size)[] Asks)
{
    public const decimal Unit = 10_000;

    public decimal BestBid => Bids[0].Price / Unit;

    public decimal BestAsk => Asks[0].Price / Unit;

    /// <summary>The rounded ladder: ticks and lots.</summary>
    public (List<(long, long)> Bids, List<(long, long)> Asks) Rounded()
    {
        var (bid, ask) = (decimal.Ceiling(BestBid), decimal.Floor(BestAsk));
        if (bid >= ask)
        {
            var middle = decimal.Clamp(Mid / Unit, BestBid, BestAsk);
            bid = decimal.Floor(middle);
            if (bid == BestAsk)
                bid--;
            ask = bid + 1;
        }
        return (
            Rounded(Bids, price => decimal.Min(bid, decimal.Ceiling(price))),
            Rounded(Asks, price => decimal.Max(ask, decimal.Floor(price))));
    }

    private static List<(long, long)> Rounded(
        (long Price, long Size)[] levels, Func<decimal, decimal> round) =>
        [.. levels
            .Select(level => (
                Ticks: (long)round(level.Price / Unit),
                Lots: (long)decimal.Floor(level.Size / Unit)))
            .Where(level => level.Lots > 0)
            .GroupBy(level => level.Ticks)
            .Select(tick => (tick.Key, tick.Sum(level => level.Lots)))];
}
