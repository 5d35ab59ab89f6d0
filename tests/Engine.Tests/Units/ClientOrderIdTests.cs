using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

public sealed class ClientOrderIdTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("!~")]
    [InlineData("c0ffee00-1234-5678-9abc-def012345678")]
    public void A_name_reads_as_it_is_written(string text) =>
        Assert.Equal(text, ClientOrderId.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("a\n")]
    [InlineData("c0ffee00-1234-5678-9abc-def0123456789")]
    public void What_is_empty_long_or_unprintable_is_no_name(string? text) =>
        Assert.False(ClientOrderId.TryParse(text, out _));

    [Fact]
    public void A_name_that_is_none_is_refused_with_its_limit()
    {
        var error = Assert.Throws<FormatException>(() => ClientOrderId.Parse("a b"));

        Assert.Equal(
            "'a b' is not a client order id: expected 1 to 36 printable ASCII characters "
            + "without spaces.",
            error.Message);
    }
}
