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
}
