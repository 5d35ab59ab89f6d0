using System.Globalization;
using System.Text;
using CsCheck;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.00000000", 0)]
    [InlineData("0.00000001", 1)]
    [InlineData("1", 100_000_000)]
    [InlineData("007.5", 750_000_000)]
    [InlineData("61667.99000000", 6_166_799_000_000)]
    [InlineData("92233720368.54775807", long.MaxValue)]
    public void Reads_exactly(string text, long expected)
    {
        var read = DecimalText.TryRead(Encoding.UTF8.GetBytes(text), out var scaled);

        Assert.Equal((true, expected), (read, scaled));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1e5")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("0.000000001")]
    [InlineData("92233720368.54775808")]
    [InlineData("92233720369")]
    [InlineData("99999999999999999999999999")]
    public void Refuses_what_is_no_plain_decimal_of_eight_places_in_64_bits(string text)
    {
        Assert.False(DecimalText.TryRead(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void Agrees_with_decimal_arithmetic() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Int[0, 8]).Sample((scaled, places) =>
        {
            var value = decimal.Round(scaled / 100_000_000m, places, MidpointRounding.ToZero);
            var text = value.ToString($"F{places}", CultureInfo.InvariantCulture);
            return DecimalText.TryRead(Encoding.UTF8.GetBytes(text), out var read)
                && read == value * 100_000_000m;
        });
}
