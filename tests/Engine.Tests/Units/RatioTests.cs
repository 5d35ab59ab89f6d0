using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

public sealed class RatioTests
{
    [Theory]
    [InlineData(5_000, 50, 10_000, false)]
    [InlineData(5_000, 51, 10_000, true)]
    [InlineData(5_000, -51, 10_000, true)]
    [InlineData(5_000, 51, -10_000, true)]
    [InlineData(0, 0, 10_000, false)]
    [InlineData(0, 1, 10_000, true)]
    [InlineData(1_000_000, long.MaxValue, long.MaxValue, false)]
    [InlineData(999_999, long.MinValue, long.MinValue, true)]
    public void A_change_passes_a_share_when_it_is_larger_whichever_way_it_goes(
        long partsPerMillion, long change, long from, bool passed) =>
        Assert.Equal(passed, new Ratio(partsPerMillion).IsPassedBy(change, from));
}
