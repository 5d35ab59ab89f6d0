using System.Numerics;
using CsCheck;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Accounts;

public sealed class FeeRateTests
{
    private static readonly Gen<FeeRate> Rates =
        Gen.Int[-FeeRate.Limit, FeeRate.Limit].Select(ppm => new FeeRate(ppm));

    private static readonly Gen<Notional> Amounts =
        Gen.OneOf(
                Gen.Long[0, 3_000_000], Gen.Long[0, PairSpec.MaxTickLots],
                Gen.Long[-PairSpec.MaxTickLots, 0])
            .Select(tickLots => new Notional(tickLots));

    [Theory]
    [InlineData(2_000, 10_000, 20, 20)]
    [InlineData(100, 9_999, 0, 1)]
    [InlineData(100, 10_001, 1, 2)]
    [InlineData(-100, 9_999, -1, 0)]
    [InlineData(-100, 10_001, -2, -1)]
    [InlineData(0, 10_000, 0, 0)]
    [InlineData(10_000, 0, 0, 0)]
    public void Rounding_goes_the_way_that_its_name_says(
        int partsPerMillion, long tickLots, long down, long up)
    {
        var rate = new FeeRate(partsPerMillion);
        var amount = new Notional(tickLots);

        var rounded = (rate.FeeRoundedDown(amount), rate.FeeRoundedUp(amount));

        Assert.Equal((new Notional(down), new Notional(up)), rounded);
    }

    [Fact]
    public void A_fee_lies_between_its_roundings_which_are_at_most_one_apart() =>
        Gen.Select(Rates, Amounts).Sample(
            (rate, amount) =>
            {
                var exact = (BigInteger)amount.TickLots * rate.PartsPerMillion;
                var down = (BigInteger)rate.FeeRoundedDown(amount).TickLots * 1_000_000;
                var up = (BigInteger)rate.FeeRoundedUp(amount).TickLots * 1_000_000;
                Assert.True(down <= exact && exact - down < 1_000_000);
                Assert.True(up >= exact && up - exact < 1_000_000);
            },
            iter: 10_000);

    [Fact]
    public void What_a_fill_frees_of_a_hold_covers_its_fee() =>
        Gen.Select(Rates, Amounts, Amounts).Sample(
            (rate, rest, part) =>
            {
                var freed = rate.FeeRoundedUp(rest + part) - rate.FeeRoundedUp(rest);
                Assert.True(freed >= rate.FeeRoundedDown(part));
            },
            iter: 10_000);

    [Theory]
    [InlineData(-10_001)]
    [InlineData(10_001)]
    [InlineData(int.MinValue)]
    public void A_rate_beyond_one_percent_is_refused(int partsPerMillion) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeeRate(partsPerMillion));
}
