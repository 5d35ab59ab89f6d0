using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

/// <summary>The names of assets and of transfers.</summary>
public sealed class NamesOfMoneyTests
{
    [Theory]
    [InlineData("usdt", "USDT")]
    [InlineData("1INCH", "1INCH")]
    [InlineData("ABCDEFGHIJKL", "ABCDEFGHIJKL")]
    public void An_asset_is_named_in_capitals(string text, string name) =>
        Assert.Equal(name, AssetId.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("ABCDEFGHIJKLM")]
    [InlineData("BTC-USDT")]
    [InlineData("BTÇ")]
    public void Anything_else_is_no_asset(string? text)
    {
        Assert.False(AssetId.TryParse(text, out var asset));
        Assert.Equal(default, asset);
        Assert.Throws<FormatException>(() => AssetId.Parse(text!));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("0190b1c2-7a54-7000-8000-0123456789ab")]
    [InlineData("wire:2026-11-22_7.1")]
    public void A_transfer_keeps_its_name(string text) =>
        Assert.Equal(text, TransferId.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Anything_else_is_no_transfer(string? text)
    {
        Assert.False(TransferId.TryParse(text, out var transfer));
        Assert.Equal(default, transfer);
        Assert.Throws<FormatException>(() => TransferId.Parse(text!));
    }
}
