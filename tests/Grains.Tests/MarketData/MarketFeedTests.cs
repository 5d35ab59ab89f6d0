using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.MarketData;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.MarketData;
using MarketMaker.Grains.Tests.Making;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Grains.Tests.MarketData;

public sealed class MarketFeedTests : IClassFixture<MakerFixture>
{
    private readonly FakeTimeProvider _time = new();
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly MakerFixture _fixture;
    private readonly MarketFeed _feed;

    public MarketFeedTests(MakerFixture fixture)
    {
        _fixture = fixture;
        _feed = new MarketFeed(fixture.Grains, _lifetime, _time, NullLogger<MarketFeed>.Instance);
    }

    [Fact]
    public async Task A_follower_sees_the_market_at_once_then_its_changes_and_that_it_is_still()
    {
        var (pair, engine) = await NewMarket();
        Assert.True(_feed.TryFollow(pair, out var follower));
        using var following = follower;
        await using var views = Views(follower);

        var first = await Next(views);
        await engine.Place(Buy(ticks: 5));
        _time.Advance(IMarketFeed.LookInterval);
        var second = await Next(views);
        _time.Advance(IMarketFeed.HeartbeatInterval);
        var third = await Next(views);

        Assert.Equal(0, first.Depth.Bids.Length);
        Assert.Equal(
            [new DepthLevel(new Price(5), new Quantity(1), 1)], second.Depth.Bids.ToArray());
        Assert.True(second.Depth.Sequence > first.Depth.Sequence);
        Assert.Same(second, third);
    }

    [Fact]
    public async Task One_who_does_not_read_keeps_one_view_the_newest()
    {
        var follower = new MarketFollower(_ => { });
        var views = Enumerable.Range(1, 1000)
            .Select(i => new MarketView(default, i, new(i, [], []))).ToArray();

        Array.ForEach(views, follower.Offer);
        follower.End();

        Assert.Equal([views[^1]], await follower.Views(default).ToArrayAsync());
    }

    [Fact]
    public async Task There_is_room_for_so_many_followers_and_for_one_more_when_one_leaves()
    {
        var (pair, _) = await NewMarket();
        var followers = new List<IMarketFollower>();
        for (var i = 0; i < IMarketFeed.MaxFollowers; i++)
        {
            Assert.True(_feed.TryFollow(pair, out var follower));
            followers.Add(follower);
        }

        Assert.False(_feed.TryFollow(pair, out _));
        followers[0].Dispose();
        followers[0].Dispose();
        Assert.True(_feed.TryFollow(pair, out var last));
        Assert.False(_feed.TryFollow(pair, out _));

        followers.ForEach(follower => follower.Dispose());
        last.Dispose();
    }

    [Fact]
    public async Task When_the_silo_stops_the_views_end_and_nobody_new_comes_in()
    {
        var (pair, _) = await NewMarket();
        Assert.True(_feed.TryFollow(pair, out var follower));
        using var following = follower;
        await using var views = Views(follower);
        await Next(views);

        _lifetime.StopApplication();
        _time.Advance(IMarketFeed.LookInterval);

        Assert.False(await views.MoveNextAsync().AsTask().WaitAsync(LocalCluster.Patience));
        Assert.False(_feed.TryFollow(pair, out _));
    }

    private static NewOrder Buy(long ticks) =>
        new(
            AccountId.Parse("rich"), Side.Buy, OrderKind.Limit, new Price(ticks),
            new Quantity(1));

    private static IAsyncEnumerator<MarketView> Views(IMarketFollower follower) =>
        follower.Views(CancellationToken.None).GetAsyncEnumerator();

    private static async Task<MarketView> Next(IAsyncEnumerator<MarketView> views)
    {
        Assert.True(await views.MoveNextAsync().AsTask().WaitAsync(LocalCluster.Patience));
        return views.Current;
    }

    /// <summary>A market without a maker, with one account.</summary>
    private async Task<(PairId Pair, IMatchingEngineGrain Engine)> NewMarket()
    {
        var pair = _fixture.NewListing().Spec.Id;
        var engine = _fixture.Grains.GetGrain<IMatchingEngineGrain>(pair.ToString());
        await engine.OpenAccount(
            AccountId.Parse("rich"), new Quantity(1000), new Notional(1_000_000));
        return (pair, engine);
    }
}
