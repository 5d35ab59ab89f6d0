using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

public sealed class PairIdTests
{
    [Theory]
    [InlineData("BTC-USDT", "BTC", "USDT")]
    [InlineData("btc-usdt", "BTC", "USDT")]
    [InlineData("1INCH-2X", "1INCH", "2X")]
    [InlineData("ABCDEFGHIJKL-MNOPQRSTUVWX", "ABCDEFGHIJKL", "MNOPQRSTUVWX")]
    public void A_name_has_two_assets(string text, string baseAsset, string quoteAsset)
    {
        var pair = PairId.Parse(text);

        Assert.Equal((baseAsset, quoteAsset), (pair.BaseAsset, pair.QuoteAsset));
        Assert.Equal($"{baseAsset}-{quoteAsset}", pair.ToString());
        Assert.Equal(PairId.Parse(pair.ToString()), pair);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("BTCUSDT")]
    [InlineData("BTC-btc")]
    [InlineData("B-USDT")]
    [InlineData("BTC-U")]
    [InlineData("BTC-US-DT")]
    [InlineData("BTC/USDT")]
    [InlineData(" BTC-USDT")]
    [InlineData("BTÇ-USDT")]
    [InlineData("ABCDEFGHIJKLM-USDT")]
    [InlineData("BTC-ABCDEFGHIJKLM")]
    public void Anything_else_is_no_pair(string? text)
    {
        Assert.False(PairId.TryParse(text, out var pair));
        Assert.Equal(default, pair);
        Assert.Throws<FormatException>(() => PairId.Parse(text!));
    }
}
