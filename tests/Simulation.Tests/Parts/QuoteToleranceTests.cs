using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Parts;

public sealed class QuoteToleranceTests
{
    // 10 ppm of 100 000 ticks is one tick, 5 % of 1 000 lots are 50.
    private readonly QuoteTolerance _tolerance = new(new Ratio(10), new Ratio(50_000));

    [Theory]
    [InlineData(100_000, 1_000, true)]
    [InlineData(100_001, 1_050, true)]
    [InlineData(99_999, 950, true)]
    [InlineData(100_002, 1_000, false)]
    [InlineData(99_998, 1_000, false)]
    [InlineData(100_000, 1_051, false)]
    [InlineData(100_000, 949, false)]
    public void A_difference_up_to_the_share_is_covered(long ticks, long lots, bool covered) =>
        Assert.Equal(covered, _tolerance.Covers([At(100_000, 1_000)], [At(ticks, lots)]));

    [Fact]
    public void One_level_that_is_too_far_condemns_the_side() =>
        Assert.False(_tolerance.Covers(
            [At(100_000, 1_000), At(99_000, 1_000)], [At(100_000, 1_000), At(98_990, 1_000)]));

    [Fact]
    public void A_missing_or_a_superfluous_level_is_never_covered()
    {
        Quote[] one = [At(100_000, 1_000)];
        Quote[] two = [At(100_000, 1_000), At(99_999, 1_000)];

        Assert.False(_tolerance.Covers(two, one));
        Assert.False(_tolerance.Covers(one, two));
        Assert.False(_tolerance.Covers(one, []));
        Assert.True(_tolerance.Covers([], []));
    }

    [Fact]
    public void Without_a_tolerance_only_the_same_ladder_is_covered()
    {
        var none = default(QuoteTolerance);

        Assert.True(none.Covers([At(5, 1)], [At(5, 1)]));
        Assert.False(none.Covers([At(5, 1)], [At(6, 1)]));
        Assert.False(none.Covers([At(5, 2)], [At(5, 1)]));
    }

    private static Quote At(long ticks, long lots) =>
        new(Side.Buy, new Price(ticks), new Quantity(lots));
}
