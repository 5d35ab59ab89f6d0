using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.Quotes.LadderOf;

namespace MarketMaker.Engine.Tests.Quotes;

public sealed class QuoteToleranceTests
{
    // One percent of the price and ten of the size.
    private static readonly QuoteTolerance Tolerance = new(new Ratio(10_000), new Ratio(100_000));

    public static TheoryData<string, Quote[], bool> Resting => new()
    {
        { "the same", Bids((100, 1_000), (100, 990)), true },
        { "within both", Bids((110, 1_010), (90, 981)), true },
        { "a price too far", Bids((100, 1_011), (100, 990)), false },
        { "a size too far", Bids((100, 1_000), (89, 990)), false },
        { "a level missing", Bids((100, 1_000)), false },
        { "a level more", Bids((100, 1_000), (100, 990), (100, 980)), false },
        { "nothing", [], false },
    };

    [Theory]
    [MemberData(nameof(Resting))]
    public void A_side_is_covered_when_each_level_is_within_price_and_size(
        string what, Quote[] resting, bool covered)
    {
        var wanted = Bids((100, 1_000), (100, 990));

        Assert.Equal((what, covered), (what, Tolerance.Covers(wanted, resting)));
    }

    [Fact]
    public void Nothing_covers_nothing() => Assert.True(default(QuoteTolerance).Covers([], []));
}
