using Grpc.Net.Client;
using MarketMaker.Engine.Units;
using MarketMaker.Grpc.Contract;

namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>Calls the gRPC front over one connection.</summary>
internal sealed class GrpcCalls : IMarketCalls, IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly Grpc.Contract.OrderEntry.OrderEntryClient _client;
    private long _market;

    public GrpcCalls(Uri url)
    {
        _channel = GrpcChannel.ForAddress(url);
        _client = new Grpc.Contract.OrderEntry.OrderEntryClient(_channel);
    }

    public async Task<OrderId> Place()
    {
        var reply = await _client.PlaceAsync(new PlaceRequest
        {
            Pair = BenchSilo.Pair,
            Account = CallsCommand.Account.ToString(),
            Side = Grpc.Contract.Side.Buy,
            Kind = OrderKind.PostOnly,
            PriceTicks = Ladders.OrderPrice,
            QuantityLots = 10,
        });
        Expect(Rejection.None, reply.Rejection);
        return new OrderId(reply.Order);
    }

    public async Task Cancel(OrderId order)
    {
        var reply = await _client.CancelAsync(new CancelRequest
        {
            Pair = BenchSilo.Pair,
            Account = CallsCommand.Account.ToString(),
            Order = order.Value,
        });
        Expect(Rejection.None, reply.Rejection);
    }

    public async Task MassQuote(long sequence)
    {
        var reply = await Send(sequence);
        if (reply.Rejection == Rejection.StaleMarket)
        {
            _market = reply.Market;
            reply = await Send(sequence);
        }
        Expect(Rejection.None, reply.Rejection);
    }

    public void Dispose() => _channel.Dispose();

    private async Task<MassQuoteReply> Send(long sequence) => await _client.MassQuoteAsync(
        new MassQuoteRequest
        {
            Pair = BenchSilo.Pair,
            Account = CallsCommand.Account.ToString(),
            Epoch = 3,
            Sequence = sequence,
            Market = _market,
            LeaseMs = (int)Ladders.Lease.TotalMilliseconds,
            Bids = { Levels(level => Ladders.Bid(sequence, level)) },
            Asks = { Levels(level => Ladders.Ask(sequence, level)) },
        });

    private static IEnumerable<Quote> Levels(Func<int, long> price) =>
        Enumerable.Range(0, Ladders.Levels)
            .Select(level => new Quote { PriceTicks = price(level), QuantityLots = 10 });

    private static void Expect(Rejection expected, Rejection actual)
    {
        if (actual != expected)
            throw new InvalidOperationException($"Refused: {actual}.");
    }
}
