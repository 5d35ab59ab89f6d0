using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;
using MarketMaker.Feeds.Okx;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class VenueFeedOptionsTests
{
    [Theory]
    [InlineData(1, 150)]
    [InlineData(2, 100)]
    [InlineData(100, 2)]
    public void Silos_behind_one_address_share_its_attempts_at_Binance(int silos, int attempts)
    {
        var options = new BinanceFeedOptions().AmongSilos(silos);

        options.Validate();
        Assert.Equal(
            (attempts, TimeSpan.FromMinutes(5)), (options.Attempts, options.AttemptWindow));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Silos_behind_one_address_share_its_attempts_at_Okx(int silos)
    {
        var options = new OkxFeedOptions().AmongSilos(silos);

        options.Validate();
        Assert.Equal((2, TimeSpan.FromSeconds(silos)), (options.Attempts, options.AttemptWindow));
    }

    [Fact]
    public void Any_number_of_silos_stays_below_the_venues_limits_and_has_an_attempt_for_each_line()
    {
        for (var silos = 1; silos <= VenueFeedOptions.MaxSilos; silos++)
        {
            var binance = new BinanceFeedOptions().AmongSilos(silos);
            var okx = new OkxFeedOptions().AmongSilos(silos);

            Assert.InRange(binance.Attempts, binance.Lines, (300 - 1) / silos);
            Assert.InRange(okx.Attempts * silos / okx.AttemptWindow.TotalSeconds, 0.1, 2.99);
        }
    }
}
