using MarketMaker.Feeds.Binance;

namespace MarketMaker.Feeds.Tests.Binance;

public sealed class BinanceFeedOptionsTests
{
    public static TheoryData<BinanceFeedOptions, string> OutOfRange => new()
    {
        { new() { Url = new("http://127.0.0.1") }, "Url" },
        { new() { NoDataTimeout = TimeSpan.FromMilliseconds(49) }, "NoDataTimeout" },
        { new() { NoDataTimeout = TimeSpan.FromSeconds(61) }, "NoDataTimeout" },
        { new() { ConnectTimeout = TimeSpan.Zero }, "ConnectTimeout" },
        { new() { MaxConnectionAge = TimeSpan.FromHours(24) }, "MaxConnectionAge" },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_outside_its_range_is_refused_by_name(
        BinanceFeedOptions options, string name)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => options.Validate());

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_valid() => new BinanceFeedOptions().Validate();
}
