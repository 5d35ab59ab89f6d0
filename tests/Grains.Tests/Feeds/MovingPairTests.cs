using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Okx;
using MarketMaker.Feeds.Simulated;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.Feeds;

namespace MarketMaker.Grains.Tests.Feeds;

/// <summary>Pairs with a source at each of two venues, on silos with the real adapters.</summary>
public sealed class MovingPairTests
{
    private static readonly string[] _bases =
        [.. Enumerable.Range(0, 10).Select(number => $"M{number}")];

    [Fact]
    public async Task The_subscriptions_of_all_its_sources_follow_a_pair_that_moves_and_returns()
    {
        await using var feeds = await FeedCluster.StartAsync(_bases);
        foreach (var each in _bases)
            await QuotesOnBoth(feeds.Maker(each));
        Assert.Equal((10, 10), Followed(feeds.Feed(0)));

        // A silo joins, and the pair wakes there.
        var (asset, silo) = await feeds.GrowAsync(_bases);
        var maker = feeds.Maker(asset);
        Assert.True(IsSubscribed(feeds.Venue(0), asset));
        Assert.Equal((0, 0), Followed(feeds.Feed(silo)));
        Assert.True(IsForgotten(feeds.Venue(silo), asset));
        await feeds.PutToSleepAsync(maker);
        await QuotesOnBoth(maker);

        Assert.Equal(silo, feeds.SiloOf(maker));
        Assert.Equal((9, 9), Followed(feeds.Feed(0)));
        Assert.Equal((1, 1), Followed(feeds.Feed(silo)));
        Assert.True(IsSubscribed(feeds.Venue(silo), asset));
        await Until.Holds(() => IsForgotten(feeds.Venue(0), asset));
        Assert.Equal(0, (await maker.GetStatistics()).MissedTicks);

        // That silo stops, and the pair is back.
        var left = feeds.Venue(silo);
        await feeds.StopAsync(silo);
        await QuotesOnBoth(maker);

        Assert.Equal((10, 10), Followed(feeds.Feed(0)));
        Assert.True(IsSubscribed(feeds.Venue(0), asset));
        await Until.Holds(() => left.ConnectionCount == 0);
        Assert.Equal(0, (await maker.GetStatistics()).MissedTicks);
    }

    private static bool IsSubscribed(SimulatedVenue venue, string asset) =>
        StreamsOf(asset).All(venue.Subscriptions.Contains);

    private static bool IsForgotten(SimulatedVenue venue, string asset) =>
        !StreamsOf(asset).Any(venue.Subscriptions.Contains);

    private static string[] StreamsOf(string asset)
    {
        var symbol = $"{asset}usdt".ToLowerInvariant();
        return [$"{symbol}@bookTicker", $"{symbol}@depth@100ms", $"bbo-tbt:{asset}-USDT"];
    }

    private static (int Binance, int Okx) Followed(ReferenceFeed feed) =>
        (feed.Statistics(BinanceFeed.Name).Followed, feed.Statistics(OkxFeed.Name).Followed);

    private static async Task QuotesOnBoth(IPairMakerGrain maker)
    {
        PairStatus? status = null;
        await Until.Holds(async () =>
        {
            status = await maker.GetStatus();
            return status.IsQuoting && status.Sources.All(source => source.IsUsed);
        });
        Assert.Equal(2, status!.Sources.Length);
    }
}
