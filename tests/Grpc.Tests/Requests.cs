using Grpc.Core;
using MarketMaker.Grpc.Contract;

namespace MarketMaker.Grpc.Tests;

/// <summary>Requests of the tests' pairs.</summary>
internal static class Requests
{
    public static PlaceRequest Limit(
        string account, Side side, long ticks, long lots, string pair = GrpcFixture.Pair) =>
        new()
        {
            Pair = pair,
            Account = account,
            Side = side,
            Kind = OrderKind.Limit,
            PriceTicks = ticks,
            QuantityLots = lots,
        };

    public static CancelRequest Cancel(string account, long order) =>
        new() { Pair = GrpcFixture.Pair, Account = account, Order = order };

    /// <summary>What a call was refused with.</summary>
    public static async Task<RpcException> Refused<T>(AsyncUnaryCall<T> call) =>
        await Assert.ThrowsAsync<RpcException>(async () => await call);
}
