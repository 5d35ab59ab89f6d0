using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Library;

/// <summary>An ordinary tick, on which a rule is tried before any pair gets it.</summary>
internal static class SampleTick
{
    public static Tick Value { get; } = new()
    {
        Time = 1_750_000_000,
        Mid = 100,
        VenueBid = 99.99,
        VenueAsk = 100.01,
        BookBid = double.NaN,
        BookAsk = double.NaN,
        BaseBalance = 100,
        QuoteBalance = 10_000,
        TickSize = 0.01,
        LotSize = 0.001,
        Levels = 3,
        Spread = 0.001,
        Spacing = 0.0005,
        Size = 1,
        SkewFactor = 0.001,
    };
}
