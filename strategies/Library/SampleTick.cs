using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Library;

/// <summary>The ticks on which a rule is tried before any pair gets it: an ordinary one, and the
/// same with all that is owned in the base asset, and in the quote asset.</summary>
internal static class SampleTick
{
    /// <summary>The pair of these ticks.</summary>
    public static PairSpec Pair { get; } = new(
        PairId.Parse("SAMPLE-QUOTE"), 0.01m, 0.001m, new Price(1_000_000), new(1_000_000));

    private static readonly Tick _balanced = new()
    {
        Time = 1_750_000_000,
        Mid = 100,
        VenueBid = 99.99,
        VenueAsk = 100.01,
        Confidence = 1,
        ShortVolatility = 0.0001,
        LongVolatility = 0.0001,
        BookBid = double.NaN,
        BookAsk = double.NaN,
        BookBidSize = double.NaN,
        BookAskSize = double.NaN,
        BookAge = double.NaN,
        BaseBalance = 100,
        QuoteBalance = 10_000,
        TickSize = 0.01,
        LotSize = 0.001,
        MaxLevels = Quotes.MaxLevels,
        MinPrice = 0.01,
        MaxPrice = 10_000,
        MaxSize = 1_000,
        MaxDistance = 0.5,
        Levels = 3,
        Spread = 0.001,
        Spacing = 0.0005,
        Size = 1,
        SkewFactor = 0.001,
    };

    public static IReadOnlyList<Tick> Values { get; } =
    [
        _balanced,
        _balanced with
        {
            Time = 1_750_000_001, BaseBalance = 200, QuoteBalance = 0, Skew = -1,
            BookBid = 99.9, BookAsk = 100.1, BookBidSize = 1, BookAskSize = 1, BookAge = 0.1,
        },
        _balanced with
        {
            Time = 1_750_000_002, BaseBalance = 0, QuoteBalance = 20_000, Skew = 1,
            BookBid = 99.9, BookAsk = 100.1, BookBidSize = 1, BookAskSize = 1, BookAge = 0.1,
        },
    ];
}
