using Grpc.Core;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;
using MarketMaker.Grpc.Contract;
using Side = MarketMaker.Grpc.Contract.Side;

namespace MarketMaker.Grpc.Tests;

[Collection(RunningProcess.Name)]
public sealed class MarketDataTests(GrpcFixture grpc)
{
    private const string Pair = GrpcFixture.ShownPair;

    /// <summary>Far longer than any of it takes: only what never comes reaches it.</summary>
    private static DateTime Deadline =>
        TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(60);

    [Fact]
    public async Task A_pair_says_what_its_integers_count()
    {
        var pair = await grpc.Data.GetPairAsync(new GetPairRequest { Pair = "pol-usdt" });

        Assert.Equal(
            new Pair
            {
                Pair_ = Pair,
                TickSize = "0.0001",
                LotSize = "0.1",
                MaxPriceTicks = 10_000_000,
                MaxQuantityLots = 100_000_000,
            },
            pair);
    }

    [Fact]
    public async Task The_stream_rebuilds_the_book_and_every_message_proves_it()
    {
        await grpc.Open(Pair, "ida");
        using var stream = grpc.Data.FollowDepth(
            new FollowDepthRequest { Pair = Pair }, deadline: Deadline);
        var replica = new DepthReplica();
        Assert.Equal(ReplicaStatus.Current, await Step(stream, replica));
        for (var i = 1; i <= 20; i++)
            await Place("ida", i % 2 == 0 ? Side.Buy : Side.Sell, 2_000 + (i % 2) * 1_000 + i, i);

        var target = await grpc.Data.GetDepthAsync(new GetDepthRequest { Pair = Pair });
        while (replica.Sequence < target.Sequence)
            Assert.Equal(ReplicaStatus.Current, await Step(stream, replica));

        Assert.Equal(target.Sequence, replica.Sequence);
        Assert.Equal(target.Checksum, DepthChecksum.Of(replica.Bids, replica.Asks));
        Assert.Equal(Levels(target.Bids), replica.Bids);
        Assert.Equal(Levels(target.Asks), replica.Asks);
    }

    [Fact]
    public async Task Trades_go_on_without_a_gap_where_a_broken_stream_ended()
    {
        await grpc.Open(Pair, "jon");
        await grpc.Open(Pair, "kim");
        var expected = new List<Trade>();
        for (var i = 0; i < 5; i++)
            expected.Add(await Trade("jon", "kim", 5_000));
        var before = expected[0].Number - 1;
        var first = await ReadTrades(before, count: 3);
        for (var i = 0; i < 5; i++)
            expected.Add(await Trade("kim", "jon", 5_000));

        var second = await ReadTrades(first[^1].Number, count: expected.Count - first.Count);

        Assert.Equal(expected, first.Concat(second));
    }

    [Fact]
    public async Task A_trade_that_does_not_exist_yet_cannot_be_known_already()
    {
        using var stream = grpc.Data.FollowTrades(
            new FollowTradesRequest { Pair = Pair, After = 1_000_000_000 }, deadline: Deadline);

        var refused = await Assert.ThrowsAsync<RpcException>(
            () => stream.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.OutOfRange, refused.StatusCode);
    }

    [Fact]
    public async Task An_account_follows_its_places_in_the_queue()
    {
        await grpc.Open(Pair, "lou");
        await grpc.Open(Pair, "max");
        var ahead = await Place("lou", Side.Buy, 111, 3);
        var own = await Place("max", Side.Buy, 111, 5);
        using var stream = grpc.Data.FollowOwnOrders(
            new FollowOwnOrdersRequest { Pair = Pair, Account = "max" }, deadline: Deadline);

        var added = await NextChange(stream);
        await Cancel("lou", ahead);
        var changed = await NextChange(stream);
        await Cancel("max", own);
        var removed = await NextChange(stream);

        var order = new Contract.OwnOrderChange
        {
            Event = Contract.OwnOrderChange.Types.Event.Added,
            Order = own,
            Side = Side.Buy,
            PriceTicks = 111,
            RestingLots = 5,
            OrdersAhead = 1,
            AheadLots = 3,
        };
        Assert.Equal(order, added);
        order.Event = Contract.OwnOrderChange.Types.Event.Changed;
        (order.OrdersAhead, order.AheadLots) = (0, 0);
        Assert.Equal(order, changed);
        order.Event = Contract.OwnOrderChange.Types.Event.Removed;
        Assert.Equal(order, removed);
    }

    [Fact]
    public async Task A_stream_ends_with_its_deadline()
    {
        using var stream = grpc.Data.FollowDepth(
            new FollowDepthRequest { Pair = Pair },
            deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300));

        var ended = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await stream.ResponseStream.MoveNext(CancellationToken.None))
            {
                // As long as it lasts.
            }
        });

        Assert.Equal(StatusCode.DeadlineExceeded, ended.StatusCode);
    }

    private async Task<List<Trade>> ReadTrades(long after, int count)
    {
        using var stream = grpc.Data.FollowTrades(
            new FollowTradesRequest { Pair = Pair, After = after }, deadline: Deadline);
        var trades = new List<Trade>();
        while (trades.Count < count)
        {
            Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
            trades.AddRange(stream.ResponseStream.Current.Trades_);
        }
        return [.. trades.Take(count)];
    }

    private async Task<Trade> Trade(string maker, string taker, long ticks)
    {
        await Place(maker, Side.Sell, ticks, 2);
        var taken = await grpc.Orders.PlaceAsync(
            Requests.Limit(taker, Side.Buy, ticks, 2, Pair));
        return Assert.Single(taken.Trades);
    }

    private async Task<long> Place(string account, Side side, long ticks, long lots)
    {
        var placed = await grpc.Orders.PlaceAsync(
            Requests.Limit(account, side, ticks, lots, Pair));
        Assert.Equal((Contract.Rejection.None, lots), (placed.Rejection, placed.RestingLots));
        return placed.Order;
    }

    private async Task Cancel(string account, long order)
    {
        var cancelled = await grpc.Orders.CancelAsync(
            new CancelRequest { Pair = Pair, Account = account, Order = order });
        Assert.Equal(Contract.Rejection.None, cancelled.Rejection);
    }

    private static async Task<Contract.OwnOrderChange> NextChange(
        AsyncServerStreamingCall<OwnOrders> stream)
    {
        Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
        return Assert.Single(stream.ResponseStream.Current.Changes);
    }

    private static async Task<ReplicaStatus> Step(
        AsyncServerStreamingCall<Contract.DepthUpdate> stream, DepthReplica replica)
    {
        Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
        var update = stream.ResponseStream.Current;
        return update.Snapshot is { } depth
            ? replica.Apply(
                new Engine.MarketData.Depth(
                    depth.Sequence, Levels(depth.Bids), Levels(depth.Asks)),
                depth.Checksum)
            : replica.Apply(new Engine.MarketData.DepthDiff(
                update.Diff.Previous, update.Diff.Sequence, Levels(update.Diff.Bids),
                Levels(update.Diff.Asks), update.Diff.Checksum));
    }

    private static DepthLevel[] Levels(IEnumerable<Level> levels) =>
        [
            .. levels.Select(level => new DepthLevel(
                new Price(level.PriceTicks), new Quantity(level.QuantityLots), level.Orders)),
        ];
}
