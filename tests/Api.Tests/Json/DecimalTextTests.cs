using MarketMaker.Api.Json;

namespace MarketMaker.Api.Tests.Json;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("2.5E3", "2500")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("0.000000000000000000000000001", "0.000000000000000000000000001")]
    public void A_decimal_is_read_exactly(string text, string expected)
    {
        var read = DecimalText.TryParse(text, out var value);

        Assert.True(read);
        Assert.Equal(
            expected, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("1e")]
    [InlineData("1e-29")]
    [InlineData("1e99999999999")]
    [InlineData("1e30")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("0.0000000000000000000000000001")]
    public void What_is_no_decimal_or_would_be_rounded_is_refused(string text) =>
        Assert.False(DecimalText.TryParse(text, out _));
}
