using System.Numerics;
using CsCheck;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Market;

public sealed class ConversionTests
{
    private static readonly PairSpec _target = Spec("BTC-USDT", 0.01m);

    [Fact]
    public void A_cross_rate_is_the_product_rounded_outwards()
    {
        // SOL/BTC and BTC/USDT make SOL/USDT.
        var conversion = new Conversion(
            Spec("SOL-BTC", 0.0000001m),
            [new ConversionLeg(1, Spec("BTC-USDT", 0.01m))],
            Spec("SOL-USDT", 0.001m));

        var converted = Convert(
            conversion, Quote(24_637, 24_641), Quote(6_170_011, 6_170_013));

        // 0.0024637 × 61700.11 = 152.010561007; 0.0024641 × 61700.13 = 152.035290333
        Assert.Equal((152_010L, 152_036L), (converted.Bid.Ticks, converted.Ask.Ticks));
    }

    [Fact]
    public void A_leg_that_leads_the_other_way_divides()
    {
        // BTC/USDC and USDT/USDC make BTC/USDT: the bid is worth less where the leg's ask is.
        var conversion = new Conversion(
            Spec("BTC-USDC", 0.01m), [new ConversionLeg(1, Spec("USDT-USDC", 0.0001m))], _target);

        var converted = Convert(conversion, Quote(6_000_000, 6_000_100), Quote(9_990, 9_991));

        // 60000.00 / 0.9991 = 60054.0486…; 60001.00 / 0.9990 = 60061.0610…
        Assert.Equal((6_005_404L, 6_006_107L), (converted.Bid.Ticks, converted.Ask.Ticks));
    }

    [Fact]
    public void Two_legs_are_walked_and_rounded_once()
    {
        var conversion = new Conversion(
            Spec("BTC-USD", 0.01m),
            [
                new ConversionLeg(1, Spec("USDC-USD", 0.0001m)),
                new ConversionLeg(2, Spec("USDC-USDT", 0.0001m)),
            ],
            _target);

        var converted = Convert(
            conversion, Quote(6_000_000, 6_000_100), Quote(9_999, 10_001), Quote(9_998, 10_002));

        // 60000 / 1.0001 × 0.9998 = 59982.0017…; 60001 / 0.9999 × 1.0002 = 60019.0021…
        Assert.Equal((5_998_200L, 6_001_901L), (converted.Bid.Ticks, converted.Ask.Ticks));
    }

    [Fact]
    public void It_is_exact_to_the_last_digit() =>
        Gen.Select(Gen.Long[1, 1_000_000_000_000], Gen.Long[1, 1_000_000_000_000], Gen.Bool)
            .Sample((price, rate, divides) =>
            {
                var leg = Spec(divides ? "USDT-USDC" : "USDC-USDT", 0.00000001m);
                var conversion = new Conversion(
                    Spec("BTC-USDC", 0.00000001m), [new ConversionLeg(1, leg)], _target);
                var found = conversion.TryConvert(
                    Quote(price, price + 1), [Quote(rate, rate + 1)], out var converted);
                // Eight decimals in and two out: 100 / 10^16 of the product, 100 of the quotient.
                var one = divides ? 1 : BigInteger.Pow(10, 16);
                var (bidUp, bidDown) = divides
                    ? (100 * (BigInteger)price, (BigInteger)rate + 1)
                    : (100 * (BigInteger)price * rate, one);
                var (askUp, askDown) = divides
                    ? (100 * ((BigInteger)price + 1), (BigInteger)rate)
                    : (100 * ((BigInteger)price + 1) * (rate + 1), one);
                var (bid, ask) = (bidUp / bidDown, (askUp + askDown - 1) / askDown);
                return found
                    ? converted.Bid.Ticks == bid && converted.Ask.Ticks == ask
                    : bid < 1 || ask > long.MaxValue / 4;
            });

    [Fact]
    public void What_does_not_fit_is_no_price()
    {
        var conversion = new Conversion(
            Spec("BTC-USD", 0.01m),
            [
                new ConversionLeg(1, Spec("USD-USDC", 0.0001m)),
                new ConversionLeg(2, Spec("USDC-USDT", 0.0001m)),
            ],
            _target);
        var huge = Quote(long.MaxValue / 8, long.MaxValue / 8 + 1);

        Assert.False(conversion.TryConvert(huge, [huge, huge], out _));
        Assert.False(conversion.TryConvert(Quote(1, 2), [Quote(1, 2), Quote(1, 2)], out _));
    }

    [Theory]
    [InlineData("BTC-USDC", "ETH-USDT", "does not lead away from USDC")]
    [InlineData("BTC-USDC", "USDC-USD", "leads to USD, not to USDT")]
    [InlineData("ETH-USDC", "USDC-USDT", "is not of the base asset of BTC-USDT")]
    public void Legs_that_lead_elsewhere_are_refused(string from, string leg, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => new Conversion(
            Spec(from, 0.01m), [new ConversionLeg(1, Spec(leg, 0.01m))], _target));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static VenueQuote Convert(
        Conversion conversion, VenueQuote quote, params VenueQuote[] legs)
    {
        Assert.True(conversion.TryConvert(quote, legs, out var converted));
        return converted;
    }

    private static VenueQuote Quote(long bid, long ask) =>
        new(new Price(bid), new Quantity(1), new Price(ask), new Quantity(1));

    private static PairSpec Spec(string pair, decimal tick) =>
        new(PairId.Parse(pair), tick, 0.00001m, new Price(1_000_000), new Quantity(1_000_000));
}
