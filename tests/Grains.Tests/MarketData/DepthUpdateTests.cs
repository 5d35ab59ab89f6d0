using CsCheck;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.MarketData;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grains.Tests.MarketData;

public sealed class DepthUpdateTests
{
    private static readonly Gen<DepthLevel[]> _sides =
        Gen.Select(Gen.Long[1, 20], Gen.Long[1, 5], Gen.Int[1, 3])
            .Select((ticks, lots, orders) =>
                new DepthLevel(new Price(ticks), new Quantity(lots), orders))
            .Array[0, 12]
            .Select(levels => levels.DistinctBy(level => level.Price).ToArray());

    private static readonly Gen<(DepthLevel[] Bids, DepthLevel[] Asks)> _books =
        Gen.Select(_sides, _sides).Select((bids, asks) => (
            bids.OrderByDescending(level => level.Price).ToArray(),
            asks.OrderBy(level => level.Price).ToArray()));

    [Fact]
    public async Task A_copy_is_right_after_every_message_whichever_views_were_missed() =>
        await Gen.Select(_books.Array[1, 30], Gen.Int[1, 5].Array[30]).SampleAsync(
            async (books, steps) =>
            {
                var views = Seen(books, steps).ToArray();
                var replica = new DepthReplica();
                var messages = 0;
                await foreach (var update in DepthUpdate.Follow(new ScriptedFollower(views)))
                {
                    Assert.Equal(ReplicaStatus.Current, Apply(update, replica));
                    var view = views[messages++];
                    Assert.Equal(view.Depth.Bids, replica.Bids);
                    Assert.Equal(view.Depth.Asks, replica.Asks);
                }
                Assert.Equal(views.Length, messages);
            },
            iter: 200);

    [Fact]
    public async Task A_view_that_only_trades_changed_is_no_message_and_a_repeated_one_is()
    {
        var depth = new Depth(1, [], []);
        var traded = new MarketView(default, LastFill: 2, depth);
        var follower = new ScriptedFollower(
            new MarketView(default, LastFill: 1, depth), traded, traded);

        var updates = new List<DepthUpdate>();
        await foreach (var update in DepthUpdate.Follow(follower))
            updates.Add(update);

        Assert.Equal(2, updates.Count);
        Assert.Same(depth, updates[0].Snapshot);
        Assert.Equal((1, 1), (updates[1].Diff?.Previous, updates[1].Diff?.Sequence));
    }

    [Fact]
    public async Task A_late_view_of_an_engine_that_was_replaced_is_no_message()
    {
        var follower = new ScriptedFollower(
            new MarketView(default, 0, new Depth(9, [], [])),
            new MarketView(default, 0, new Depth(3, [], [])),
            new MarketView(default, 0, new Depth(11, [], [])));

        var updates = new List<DepthUpdate>();
        await foreach (var update in DepthUpdate.Follow(follower))
            updates.Add(update);

        Assert.Equal([9, null], updates.Select(update => update.Snapshot?.Sequence));
        Assert.Equal([null, 9], updates.Select(update => update.Diff?.Previous));
    }

    private static IEnumerable<MarketView> Seen(
        (DepthLevel[] Bids, DepthLevel[] Asks)[] books, int[] steps)
    {
        var at = 0;
        for (var i = 0; at < books.Length; at += steps[i++])
        {
            var (bids, asks) = books[at];
            yield return new MarketView(default, 0, new Depth(at + 1, bids, asks));
        }
    }

    private static ReplicaStatus Apply(DepthUpdate update, DepthReplica replica) =>
        update.Diff is { } diff
            ? replica.Apply(diff)
            : replica.Apply(update.Snapshot!, update.Snapshot!.Checksum);
}
