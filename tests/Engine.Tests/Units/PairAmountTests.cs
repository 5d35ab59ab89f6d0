using CsCheck;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

/// <summary>A pair's lots and tick·lots as amounts of its assets.</summary>
public sealed class PairAmountTests
{
    private static readonly Gen<PairSpec> Specs = Gen.Select(
        Gen.OneOf(0.01m, 0.05m, 25m, 0.000000001m, 1.0000m, 100m),
        Gen.OneOf(0.00001m, 1m, 0.25m, 0.000000001m, 1_000m),
        SpecOf);

    private static readonly Gen<long> Counts =
        Gen.Long[-1_000_000_000_000_000, 1_000_000_000_000_000];

    [Fact]
    public void Lots_and_tick_lots_survive_the_way_there_and_back() =>
        Gen.Select(Specs, Counts, Counts).Sample((spec, lots, tickLots) =>
        {
            var (quantity, notional) = (new Quantity(lots), new Notional(tickLots));

            Assert.True(spec.TryGetQuantity(spec.ToAmount(quantity), out var sameQuantity));
            Assert.True(spec.TryGetNotional(spec.ToAmount(notional), out var sameNotional));

            Assert.Equal((quantity, notional), (sameQuantity, sameNotional));
        });

    [Theory]
    [InlineData("0.00001", true)]
    [InlineData("0.000005", false)]
    [InlineData("0.000010000000000001", false)]
    [InlineData("92233720368547.75807", true)]
    [InlineData("92233720368547.75808", false)]
    public void An_amount_is_a_quantity_only_in_whole_lots_of_64_bits(string amount, bool whole)
    {
        var found = SpecOf(0.01m, 0.00001m).TryGetQuantity(AssetAmount.Parse(amount), out _);

        Assert.Equal(whole, found);
    }

    [Fact]
    public void A_notional_is_counted_in_ticks_times_lots()
    {
        var amount = SpecOf(0.01m, 0.00001m).ToAmount(new Notional(3));

        Assert.Equal("0.0000003", amount.ToString());
    }

    [Theory]
    [InlineData("0.01", "0.0000000000000000001", "lotSize")]
    [InlineData("0.0000000001", "0.000000001", "tickSize")]
    [InlineData("0.000000000000001", "0.000000000000001", "tickSize")]
    [InlineData("10000000000", "10000000000", "tickSize")]
    public void Steps_that_are_no_whole_atoms_are_refused_by_name(
        string tick, string lot, string parameter)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(
            () => SpecOf(decimal.Parse(tick), decimal.Parse(lot)));

        Assert.Equal(parameter, refusal.ParamName);
        Assert.Contains("10^-18", refusal.Message, StringComparison.Ordinal);
    }

    private static PairSpec SpecOf(decimal tick, decimal lot) =>
        new(PairId.Parse("BTC-USDT"), tick, lot, new Price(1_000), new Quantity(1_000));
}
