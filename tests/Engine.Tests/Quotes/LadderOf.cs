using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Quotes;

/// <summary>Ladders in short: sizes at prices, best first.</summary>
internal static class LadderOf
{
    public static Quote[] Bids(params (long Lots, long Ticks)[] levels) =>
        Quotes(Side.Buy, levels);

    public static Quote[] Asks(params (long Lots, long Ticks)[] levels) =>
        Quotes(Side.Sell, levels);

    private static Quote[] Quotes(Side side, (long Lots, long Ticks)[] levels) =>
        [.. levels.Select(l => new Quote(side, new Price(l.Ticks), new Quantity(l.Lots)))];
}
