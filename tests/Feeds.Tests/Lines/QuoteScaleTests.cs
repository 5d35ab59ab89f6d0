using System.Globalization;
using System.Text;
using CsCheck;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class QuoteScaleTests
{
    [Fact]
    public void Rounds_the_bid_down_the_ask_up_and_sizes_down()
    {
        var scale = Scale(tick: 0.05m, lot: 0.001m);

        var reading = Read(scale, "100.07", "1.23456789", "100.11", "0.0009", out var quote);

        var expected = new VenueQuote(
            new Price(2001), new Quantity(1234), new Price(2003), new Quantity(0));
        Assert.Equal((QuoteReading.Tradable, expected), (reading, quote));
    }

    [Theory]
    [InlineData("100.00", "100.00")]
    [InlineData("100.01", "100.00")]
    [InlineData("0", "100.00")]
    [InlineData("0.009", "100.00")]
    [InlineData("0", "0")]
    public void A_locked_crossed_or_worthless_quote_is_crossed(string bid, string ask)
    {
        var reading = Read(Scale(0.01m, 0.01m), bid, "1", ask, "1", out _);

        Assert.Equal(QuoteReading.Crossed, reading);
    }

    [Fact]
    public void A_cross_of_less_than_a_tick_is_not_hidden_by_rounding()
    {
        var reading = Read(Scale(0.01m, 0.01m), "100.003", "1", "100.001", "1", out _);

        Assert.Equal(QuoteReading.Crossed, reading);
    }

    [Theory]
    [InlineData(0.000000001)]
    [InlineData(0.123456789)]
    public void A_tick_of_more_than_eight_decimals_is_refused(double tick)
    {
        var spec = Instruments.Make("BTC-USDT", "BTCUSDT", (decimal)tick, 1m).Spec;

        var error = Assert.Throws<ArgumentException>(() => new QuoteScale(spec));

        Assert.StartsWith("TickSize", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Agrees_with_the_decimal_arithmetic_of_the_pair() =>
        Gen.Select(
            AnyOf(0.01m, 0.00001m, 0.05m, 0.25m, 1m, 10m, 0.00000001m, 0.0003m),
            AnyOf(0.00001m, 0.001m, 1m, 0.05m),
            Gen.Long[1, 10_000_000_000_000], Gen.Long[1, 1_000_000_000],
            Gen.Long[0, 100_000_000_000])
        .Sample((tick, lot, scaledBid, scaledSpread, scaledSize) =>
        {
            var spec = Instruments.Make("BTC-USDT", "BTCUSDT", tick, lot).Spec;
            var bid = scaledBid / 100_000_000m;
            var ask = (scaledBid + scaledSpread) / 100_000_000m;
            var size = scaledSize / 100_000_000m;
            var expected = new VenueQuote(
                spec.PriceRoundedDown(bid), spec.QuantityRoundedDown(size),
                spec.PriceRoundedUp(ask), spec.QuantityRoundedDown(size));

            var reading = Read(
                new QuoteScale(spec), Text(bid), Text(size), Text(ask), Text(size), out var quote);

            return reading == QuoteReading.Tradable
                ? quote == expected
                : reading == QuoteReading.Crossed && !expected.IsTradable;
        });

    private static QuoteScale Scale(decimal tick, decimal lot) =>
        new(Instruments.Make("BTC-USDT", "BTCUSDT", tick, lot).Spec);

    private static QuoteReading Read(
        QuoteScale scale, string bid, string bidSize, string ask, string askSize,
        out VenueQuote quote)
    {
        var text = Frames.BookTicker("BTCUSDT", 1, bid, ask, bidSize, askSize);
        var frame = BinanceFrame.Read(Encoding.UTF8.GetBytes(text));
        return scale.Read(in frame, out quote);
    }

    private static Gen<decimal> AnyOf(params decimal[] values) =>
        Gen.Int[0, values.Length - 1].Select(x => values[x]);

    private static string Text(decimal value) =>
        value.ToString("F8", CultureInfo.InvariantCulture);
}
