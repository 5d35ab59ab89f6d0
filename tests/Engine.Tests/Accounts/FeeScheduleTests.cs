using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Accounts;

public sealed class FeeScheduleTests
{
    [Theory]
    [InlineData(2, 5, 5)]
    [InlineData(5, 2, 5)]
    [InlineData(-2, 5, 5)]
    [InlineData(5, -2, 5)]
    [InlineData(-2, -5, 0)]
    [InlineData(0, 0, 0)]
    public void The_worst_rate_is_the_higher_one_and_never_a_rebate(int maker, int taker, int worst)
    {
        var fees = new FeeSchedule(new FeeRate(maker), new FeeRate(taker));

        Assert.Equal(new FeeRate(worst), fees.Worst);
    }

    [Fact]
    public void The_worst_rate_is_that_of_any_tier()
    {
        var fees = new FeeSchedule(
            new FeeTier(new FeeRate(10), new FeeRate(20)),
            new FeeTier(new FeeRate(-10), new FeeRate(30)),
            new FeeTier(new FeeRate(25), new FeeRate(5)));

        Assert.Equal((3, new FeeRate(30)), (fees.Tiers, fees.Worst));
        Assert.Equal(new FeeTier(new FeeRate(-10), new FeeRate(30)), fees[1]);
    }

    [Fact]
    public void The_default_is_one_free_tier() =>
        Assert.Equal((1, default, default), (default(FeeSchedule).Tiers,
            default(FeeSchedule).Worst, default(FeeSchedule)[0]));

    [Theory]
    [InlineData(0)]
    [InlineData(FeeSchedule.MaxTiers + 1)]
    public void A_schedule_has_one_to_sixteen_tiers(int tiers) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeeSchedule(new FeeTier[tiers]));
}
