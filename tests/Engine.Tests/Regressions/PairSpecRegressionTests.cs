using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Regressions;

/// <summary>What the way from decimals to integers once got wrong.</summary>
public sealed class PairSpecRegressionTests
{
    private static readonly PairSpec Quarters = new(
        PairId.Parse("AAA-BBB"), 0.25m, 0.25m, new Price(1_000_000), new Quantity(1_000_000));

    [Fact]
    public void A_decimal_too_large_for_any_tick_is_no_price_and_no_quantity()
    {
        Assert.False(Quarters.TryGetPrice(decimal.MaxValue, out _));
        Assert.False(Quarters.TryGetQuantity(decimal.MaxValue, out _));
    }

    [Theory]
    [InlineData("2000.0000000000000000000000001", 8_000, 8_001)]
    [InlineData("1999.9999999999999999999999999", 7_999, 8_000)]
    [InlineData("-1999.9999999999999999999999999", -8_000, -7_999)]
    public void The_last_digit_of_a_decimal_decides_on_which_side_of_a_tick_it_lies(
        string text, long below, long above)
    {
        var value = decimal.Parse(text);

        Assert.False(Quarters.TryGetPrice(value, out _));
        Assert.False(Quarters.TryGetQuantity(value, out _));
        Assert.Equal(new Price(below), Quarters.PriceRoundedDown(value));
        Assert.Equal(new Price(above), Quarters.PriceRoundedUp(value));
        Assert.Equal(new Quantity(below), Quarters.QuantityRoundedDown(value));
    }

    [Fact]
    public void A_step_of_money_too_small_for_a_decimal_is_refused_and_not_divided_by() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PairSpec(
            PairId.Parse("AAA-BBB"), 0.000000000000001m, 0.000000000000001m, new Price(1),
            new Quantity(1)));

    [Fact]
    public void No_pair_has_no_assets() =>
        Assert.Equal(("", ""), (default(PairId).BaseAsset, default(PairId).QuoteAsset));
}
