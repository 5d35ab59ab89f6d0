using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;

namespace MarketMaker.Strategies.Tests.Boundary;

public sealed class InventorySkewTests
{
    // (0.5 − base value / total value) · 2, at 100 ticks.
    [Theory]
    [InlineData(10, 1_000, 0)]
    [InlineData(10, 0, -1)]
    [InlineData(0, 1_000, 1)]
    [InlineData(30, 1_000, -0.5)]
    [InlineData(10, 3_000, 0.5)]
    [InlineData(0, 0, 0)]
    public void It_is_minus_one_for_all_base_and_plus_one_for_all_quote(
        long lots, long tickLots, double expected)
    {
        Assert.Equal(expected, Of(lots, tickLots, halfTicks: 200));
    }

    [Fact]
    public void Half_a_tick_of_the_mark_counts() =>
        Assert.Equal(-1.0 / 401, Of(lots: 1, tickLots: 100, halfTicks: 201));

    [Theory]
    [InlineData(-10, 2_000, 1)]
    [InlineData(10, -500, -1)]
    public void A_short_or_indebted_account_stays_within_the_range(
        long lots, long tickLots, double expected)
    {
        Assert.Equal(expected, Of(lots, tickLots, halfTicks: 200));
    }

    [Theory]
    [InlineData(10, 1_000, 0)]
    [InlineData(-10, 500, 200)]
    [InlineData(-10, 1_000, 200)]
    public void Without_a_mark_or_a_positive_total_there_is_nothing_to_balance(
        long lots, long tickLots, long halfTicks)
    {
        Assert.Equal(0, Of(lots, tickLots, halfTicks));
    }

    [Fact]
    public void The_largest_amounts_do_not_overflow() =>
        Assert.Equal(-1, Of(long.MaxValue, long.MaxValue, long.MaxValue), 1e-15);

    private static double Of(long lots, long tickLots, long halfTicks) =>
        InventorySkew.Of(new Quantity(lots), new Notional(tickLots), new Mark(halfTicks));
}
