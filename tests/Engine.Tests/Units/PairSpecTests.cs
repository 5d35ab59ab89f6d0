using CsCheck;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

public sealed class PairSpecTests
{
    private static readonly PairId Pair = PairId.Parse("BTC-USDT");

    private static readonly Gen<PairSpec> Specs =
        Gen.Select(
            Gen.OneOf(0.01m, 0.05m, 0.5m, 1m, 0.00000001m, 25m),
            Gen.OneOf(0.0001m, 0.001m, 1m, 100m, 0.00000001m),
            (tick, lot) => new PairSpec(
                Pair, tick, lot, new Price(1_000_000_000), new Quantity(1_000_000_000)));

    private static readonly Gen<long> Counts = Gen.Long[1, 1_000_000_000];

    [Fact]
    public void Whole_ticks_and_lots_survive_the_way_there_and_back() =>
        Gen.Select(Specs, Counts, Counts).Sample(
            (spec, ticks, lots) =>
            {
                var (price, quantity) = (new Price(ticks), new Quantity(lots));

                Assert.True(spec.TryGetPrice(spec.ToDecimal(price), out var samePrice));
                Assert.True(spec.TryGetQuantity(spec.ToDecimal(quantity), out var sameQuantity));

                Assert.Equal((price, quantity), (samePrice, sameQuantity));
                Assert.Equal(price, spec.PriceRoundedDown(spec.ToDecimal(price)));
                Assert.Equal(price, spec.PriceRoundedUp(spec.ToDecimal(price)));
                Assert.Equal(quantity, spec.QuantityRoundedDown(spec.ToDecimal(quantity)));
            },
            iter: 10_000);

    [Fact]
    public void A_notional_in_decimal_is_price_times_quantity() =>
        Gen.Select(Specs, Counts, Counts).Sample(
            (spec, ticks, lots) =>
            {
                var (price, quantity) = (new Price(ticks), new Quantity(lots));
                var amount = spec.ToDecimal(price) * spec.ToDecimal(quantity);

                Assert.Equal(amount, spec.ToDecimal(price * quantity));
                Assert.Equal(amount, spec.ToDecimal((price * quantity).ToHalf()));
                Assert.Equal(amount, spec.ToDecimal(price.ToMark().Value(quantity)));
                Assert.Equal(price * quantity, spec.NotionalRoundedDown(amount));
            },
            iter: 10_000);

    [Fact]
    public void Between_two_ticks_the_roundings_are_the_ticks_on_either_side() =>
        Gen.Select(Specs, Counts, Gen.Decimal[0.001m, 0.999m]).Sample(
            (spec, count, part) =>
            {
                part = Math.Round(part, 3);
                var price = (count + part) * spec.TickSize;

                Assert.Equal(new Price(count), spec.PriceRoundedDown(price));
                Assert.Equal(new Price(count + 1), spec.PriceRoundedUp(price));
                Assert.False(spec.TryGetPrice(price, out _));
                var quantity = (count + part) * spec.LotSize;
                Assert.Equal(new Quantity(count), spec.QuantityRoundedDown(quantity));
                Assert.False(spec.TryGetQuantity(quantity, out _));
            },
            iter: 10_000);

    [Theory]
    [InlineData("0.01", false)]
    [InlineData("0.05", true)]
    [InlineData("0", false)]
    [InlineData("-0.05", false)]
    [InlineData("50000", true)]
    [InlineData("50000.05", false)]
    public void A_price_is_exact_when_it_lies_on_a_tick_within_the_range(string price, bool exact)
    {
        var spec = new PairSpec(Pair, 0.05m, 1m, new Price(1_000_000), new Quantity(1_000_000));

        var found = spec.TryGetPrice(decimal.Parse(price), out var ticks);

        Assert.Equal(exact, found);
        Assert.Equal(exact, ticks != default);
    }

    [Fact]
    public void A_middle_between_two_ticks_is_exact_in_decimal()
    {
        var spec = new PairSpec(Pair, 0.01m, 1m, new Price(1_000_000), new Quantity(1_000_000));

        var middle = spec.ToDecimal(Mark.Middle(new Price(10_000), new Price(10_001)));

        Assert.Equal(100.005m, middle);
        Assert.Equal(-0.03m, spec.ToDecimal(new Price(2) - new Price(5)));
    }

    [Theory]
    [InlineData("tickSize", "0", "1", 1, 1)]
    [InlineData("tickSize", "-1", "1", 1, 1)]
    [InlineData("lotSize", "1", "0", 1, 1)]
    [InlineData("maxPrice", "1", "1", 0, 1)]
    [InlineData("maxQuantity", "1", "1", 1, 0)]
    [InlineData("maxQuantity", "1", "1", PairSpec.MaxTickLots, 2)]
    public void A_pair_that_cannot_be_traded_is_refused_by_the_value_at_fault(
        string fault, string tick, string lot, long maxPrice, long maxQuantity)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new PairSpec(
            Pair, decimal.Parse(tick), decimal.Parse(lot), new Price(maxPrice),
            new Quantity(maxQuantity)));

        Assert.Equal(fault, refusal.ParamName);
    }
}
