using Grpc.Core;
using MarketMaker.Grpc.Contract;

namespace MarketMaker.Grpc.Tests;

[Collection(RunningProcess.Name)]
public sealed class MassQuoteTests(GrpcFixture grpc)
{
    [Fact]
    public async Task A_ladder_replaces_the_one_before_and_says_where_each_level_rests()
    {
        await grpc.Open(GrpcFixture.Pair, "lana");
        var refused = await grpc.Orders.MassQuoteAsync(Ladder("lana", 1, market: 1_000_000, 900));
        await grpc.Orders.MassQuoteAsync(Ladder("lana", 1, refused.Market, 900));

        var reply = await grpc.Orders.MassQuoteAsync(
            Ladder("lana", 2, refused.Market, 901, 900));
        var repeat = await grpc.Orders.MassQuoteAsync(
            Ladder("lana", 2, refused.Market, 901, 900));

        Assert.Equal(Rejection.StaleMarket, refused.Rejection);
        Assert.Equal(
            [(Rejection.None, 901L, 10L), (Rejection.None, 900, 10)],
            reply.Quotes.Select(quote => (quote.Rejection, quote.PriceTicks, quote.QuantityLots)));
        Assert.Equal(reply, repeat);
        var empty = await grpc.Orders.MassQuoteAsync(Ladder("lana", 3, refused.Market));
        Assert.Equal((Rejection.None, 0), (empty.Rejection, empty.Quotes.Count));
    }

    [Theory]
    [InlineData("lease_ms", 0, 1)]
    [InlineData("lease_ms", 60_001, 1)]
    [InlineData("bids", 5, 51)]
    public async Task A_malformed_ladder_names_the_field(string field, int lease, int levels)
    {
        var request = Ladder("a", 1, 0, [.. Enumerable.Range(0, levels).Select(i => 900L - i)]);
        request.LeaseMs = lease;

        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await grpc.Orders.MassQuoteAsync(request));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains(field, error.Status.Detail, StringComparison.Ordinal);
    }

    private static MassQuoteRequest Ladder(
        string account, long sequence, long market, params long[] bids) => new()
    {
        Pair = GrpcFixture.Pair,
        Account = account,
        Epoch = 1,
        Sequence = sequence,
        Market = market,
        LeaseMs = 60_000,
        Bids = { bids.Select(price => new Quote { PriceTicks = price, QuantityLots = 10 }) },
    };
}
