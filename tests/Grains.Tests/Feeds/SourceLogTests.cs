using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Grains.Tests.Feeds;

/// <summary>What an operator reads of a source.</summary>
public sealed class SourceLogTests
{
    [Fact]
    public async Task A_source_is_logged_once_when_it_is_bad_and_once_when_it_is_well()
    {
        await using var feeds = await FeedCluster.StartAsync(["M0"]);
        var silence = Fault.Parse("silent=M0USDT");
        feeds.Venue(0).Begin(silence);

        await feeds.Maker("M0").GetStatus();
        await Until.Holds(() => feeds.Log.With("NoFirstTick").Count >= 2);
        feeds.Venue(0).End(silence);
        await Until.Holds(() => feeds.Log.With(": Ok").Count >= 2);

        Assert.Equal(
            ["Warning: binance M0USDT for M0-USDT: NoFirstTick, lag unknown",
                "Warning: okx M0-USDT for M0-USDT: NoFirstTick, lag unknown"],
            feeds.Log.With("NoFirstTick").Order());
        Assert.Collection(
            feeds.Log.With(": Ok").Order(),
            line => Assert.StartsWith("Information: binance M0USDT for M0-USDT: Ok", line),
            line => Assert.StartsWith("Information: okx M0-USDT for M0-USDT: Ok", line));
    }
}
