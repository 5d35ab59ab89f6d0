using Grpc.Core;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.MarketData;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grpc.Failures;
using MarketMaker.Grpc.Orders;

namespace MarketMaker.Grpc.MarketData;

/// <summary>The calls of the contract's MarketData.</summary>
internal sealed class MarketDataCalls(Markets markets, IMarketFeed feed, TimeProvider time)
    : Contract.MarketData.MarketDataBase
{
    private readonly StreamSeats _ownOrders = new(GrpcLimits.MaxOwnOrderStreams, "own orders");

    /// <inheritdoc/>
    public override Task<Contract.Pair> GetPair(
        Contract.GetPairRequest request, ServerCallContext context) =>
        Task.FromResult(MarketDataWriter.ToWire(markets.Get(request.Pair).Spec));

    /// <inheritdoc/>
    public override async Task<Contract.Depth> GetDepth(
        Contract.GetDepthRequest request, ServerCallContext context)
    {
        // Nothing is known of it, so it is not what the caller knows already.
        var view = await markets.Get(request.Pair).Engine
            .GetMarketView(sequence: 0, lastFill: 0).AsTask().WaitAsync(context.CancellationToken);
        return MarketDataWriter.ToWire(view!.At, view.Depth);
    }

    /// <inheritdoc/>
    public override async Task FollowDepth(
        Contract.FollowDepthRequest request,
        IServerStreamWriter<Contract.DepthUpdate> responseStream,
        ServerCallContext context)
    {
        using var follower = Follow(markets.Get(request.Pair));
        await foreach (var update in DepthUpdate.Follow(follower, context.CancellationToken))
        {
            await responseStream.WriteAsync(
                MarketDataWriter.ToWire(update), context.CancellationToken);
        }
        throw Stopping();
    }

    /// <inheritdoc/>
    public override async Task FollowTrades(
        Contract.FollowTradesRequest request,
        IServerStreamWriter<Contract.Trades> responseStream,
        ServerCallContext context)
    {
        if (request.After < 0)
            throw new MalformedRequestException("after", $"be from 0 to {long.MaxValue}");
        var market = markets.Get(request.Pair);
        using var follower = Follow(market);
        var last = request.After;
        await foreach (var view in follower.Views(context.CancellationToken))
        {
            if (view.LastFill < last)
                throw OutOfRange($"after must be at most {view.LastFill}, the last trade.");
            // The view rings; what is sent comes from the log.
            while (last < view.LastFill)
            {
                var fills = (await market.Engine.GetFills(last, FillPage.MaxFills)).Fills;
                if (fills.Length == 0 || fills[0].Number != last + 1)
                    throw OutOfRange("The log does not go back to the trade that follows after.");
                await responseStream.WriteAsync(
                    new Contract.Trades { Trades_ = { fills.Select(OrderWriter.ToWire) } },
                    context.CancellationToken);
                last = fills[^1].Number;
            }
        }
        throw Stopping();
    }

    /// <inheritdoc/>
    public override async Task FollowOwnOrders(
        Contract.FollowOwnOrdersRequest request,
        IServerStreamWriter<Contract.OwnOrders> responseStream,
        ServerCallContext context)
    {
        var market = markets.Get(request.Pair);
        var account = OrderReader.ReadAccount(request.Account);
        using var seat = _ownOrders.Take();
        using var follower = Follow(market);
        OwnOrder[]? last = null;
        await foreach (var _ in follower.Views(context.CancellationToken))
        {
            var view = await market.Engine.GetOwnOrders(account)
                ?? throw new RpcException(new Status(
                    StatusCode.NotFound, $"{account} never had funds in {request.Pair}."));
            var changes = OwnOrderChange.Between(last ?? [], view.Orders);
            if (last is null || changes.Length > 0)
            {
                await responseStream.WriteAsync(
                    ToWire(view.At, changes), context.CancellationToken);
            }
            last = view.Orders;
            // Meanwhile the newest view waits, and no other.
            await Task.Delay(GrpcLimits.OwnOrdersInterval, time, context.CancellationToken);
        }
        throw Stopping();
    }

    private IMarketFollower Follow(Market market) =>
        feed.TryFollow(market.Spec.Id, out var follower)
            ? follower
            : throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"{IMarketFeed.MaxFollowers} clients follow market data here, the limit."));

    private static Contract.OwnOrders ToWire(Instant at, OwnOrderChange[] changes) =>
        new() { AtUs = at.Microseconds, Changes = { changes.Select(MarketDataWriter.ToWire) } };

    private static RpcException OutOfRange(string detail) =>
        new(new Status(StatusCode.OutOfRange, detail));

    /// <summary>A stream that follows has no end of its own.</summary>
    private static RpcException Stopping() =>
        new(new Status(StatusCode.Unavailable, "The host is stopping. Follow anew."));
}
