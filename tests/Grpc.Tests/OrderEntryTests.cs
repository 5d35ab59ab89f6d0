using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;
using Grpc.Core;
using MarketMaker.Grpc.Contract;

namespace MarketMaker.Grpc.Tests;

[Collection(RunningProcess.Name)]
public sealed class OrderEntryTests(GrpcFixture grpc)
{
    [Fact]
    public async Task A_limit_order_rests_is_amended_and_is_cancelled()
    {
        await grpc.Open(GrpcFixture.Pair, "ada");

        var placed = await grpc.Orders.PlaceAsync(Requests.Limit("ada", Side.Buy, 1_000, 50));
        var amended = await grpc.Orders.AmendAsync(new AmendRequest
        {
            Pair = GrpcFixture.Pair,
            Account = "ada",
            Order = placed.Order,
            PriceTicks = 1_001,
            QuantityLots = 40,
        });
        var cancelled = await grpc.Orders.CancelAsync(Requests.Cancel("ada", placed.Order));
        var again = await grpc.Orders.CancelAsync(Requests.Cancel("ada", placed.Order));

        Assert.Equal(new PlaceReply { Order = placed.Order, RestingLots = 50 }, placed);
        Assert.Equal(new PlaceReply { Order = placed.Order, RestingLots = 40 }, amended);
        Assert.Equal(new CancelReply { CancelledLots = 40 }, cancelled);
        Assert.Equal(new CancelReply { Rejection = Rejection.UnknownOrder }, again);
    }

    [Fact]
    public async Task A_repeated_order_is_answered_as_the_first_time_and_entered_once()
    {
        await grpc.Open(GrpcFixture.Pair, "abe");
        var request = Requests.Limit("abe", Side.Buy, 1_000, 50);
        request.ClientOrderId = "abe/1";
        var first = await grpc.Orders.PlaceAsync(request);

        var second = await grpc.Orders.PlaceAsync(request);
        var other = request.Clone();
        other.QuantityLots = 51;
        var reused = await grpc.Orders.PlaceAsync(other);

        Assert.Equal(new PlaceReply { Order = first.Order, RestingLots = 50 }, first);
        Assert.Equal(first, second);
        Assert.Equal(new PlaceReply { Rejection = Rejection.ClientOrderIdReused }, reused);
        var all = await grpc.Orders.MassCancelAsync(
            new MassCancelRequest { Pair = GrpcFixture.Pair, Account = "abe" });
        Assert.Equal(new MassCancelReply { Orders = { first.Order } }, all);
    }

    [Fact]
    public async Task A_call_whose_deadline_has_passed_on_arrival_does_nothing()
    {
        await grpc.Open(GrpcFixture.Pair, "abi");

        var status = await PlaceLate(Requests.Limit("abi", Side.Buy, 1_000, 50));
        var all = await grpc.Orders.MassCancelAsync(
            new MassCancelRequest { Pair = GrpcFixture.Pair, Account = "abi" });

        Assert.Equal(StatusCode.DeadlineExceeded, status);
        Assert.Equal(new MassCancelReply(), all);
    }

    [Fact]
    public async Task An_order_is_reduced_and_the_last_of_it_takes_it_out()
    {
        await grpc.Open(GrpcFixture.Pair, "amy");
        var placed = await grpc.Orders.PlaceAsync(Requests.Limit("amy", Side.Buy, 1_000, 50));
        var request = new ReduceRequest
        {
            Pair = GrpcFixture.Pair,
            Account = "amy",
            Order = placed.Order,
            ByLots = 20,
        };

        var reduced = await grpc.Orders.ReduceAsync(request);
        request.ByLots = 30;
        var gone = await grpc.Orders.ReduceAsync(request);

        Assert.Equal(
            (Rejection.None, 30, 0), (reduced.Rejection, reduced.RestingLots, reduced.FilledLots));
        Assert.Equal((Rejection.None, 0), (gone.Rejection, gone.RestingLots));
        var cancelled = await grpc.Orders.CancelAsync(Requests.Cancel("amy", placed.Order));
        Assert.Equal(Rejection.UnknownOrder, cancelled.Rejection);
    }

    [Fact]
    public async Task A_mass_cancellation_takes_out_those_of_the_side_and_the_range()
    {
        await grpc.Open(GrpcFixture.Pair, "ann");
        var placed = new List<long>();
        foreach (var ticks in (long[])[100, 200, 300, 900_000])
        {
            var side = ticks > 300 ? Side.Sell : Side.Buy;
            var reply = await grpc.Orders.PlaceAsync(Requests.Limit("ann", side, ticks, 1));
            placed.Add(reply.Order);
        }
        var request = new MassCancelRequest
        {
            Pair = GrpcFixture.Pair,
            Account = "ann",
            Side = Side.Buy,
            FromTicks = 150,
        };

        var some = await grpc.Orders.MassCancelAsync(request);
        var rest = await grpc.Orders.MassCancelAsync(
            new MassCancelRequest { Pair = GrpcFixture.Pair, Account = "ann" });

        Assert.Equal(new MassCancelReply { Orders = { placed[2], placed[1] } }, some);
        Assert.Equal(new MassCancelReply { Orders = { placed[0], placed[3] } }, rest);
    }

    [Fact]
    public async Task A_trade_is_told_whole_to_the_one_who_took()
    {
        await grpc.Open(GrpcFixture.Pair, "ben");
        await grpc.Open(GrpcFixture.Pair, "cleo");
        var made = await grpc.Orders.PlaceAsync(Requests.Limit("ben", Side.Sell, 900, 10));

        var taken = await grpc.Orders.PlaceAsync(Requests.Limit("cleo", Side.Buy, 900, 10));

        var trade = Assert.Single(taken.Trades);
        Assert.Equal((10, 0, 0), (taken.FilledLots, taken.RestingLots, taken.CancelledLots));
        Assert.Equal(
            ("ben", made.Order, "cleo", taken.Order, Side.Buy, 900, 10),
            (trade.Maker, trade.MakerOrder, trade.Taker, trade.TakerOrder, trade.TakerSide,
                trade.PriceTicks, trade.QuantityLots));
        // -0.5 and 5 basis points of 9000 tick-lots, both rounded down.
        Assert.Equal((-1, 4), (trade.MakerFeeTickLots, trade.TakerFeeTickLots));
    }

    [Theory]
    [InlineData("stranger", 1_000, 1, Rejection.UnknownAccount)]
    [InlineData("dan", 0, 1, Rejection.PriceOutOfRange)]
    [InlineData("dan", -5, 1, Rejection.PriceOutOfRange)]
    [InlineData("dan", 1_000, 0, Rejection.QuantityOutOfRange)]
    [InlineData("dan", 1_000, long.MaxValue, Rejection.QuantityOutOfRange)]
    [InlineData("dan", 9_000_000, 90_000_000, Rejection.InsufficientFunds)]
    public async Task What_the_engine_refuses_is_an_answer(
        string account, long ticks, long lots, Rejection rejection)
    {
        if (account == "dan")
            await grpc.Open(GrpcFixture.Pair, account);

        var reply = await grpc.Orders.PlaceAsync(
            Requests.Limit(account, Side.Buy, ticks, lots));

        Assert.Equal(new PlaceReply { Rejection = rejection }, reply);
    }

    [Theory]
    [InlineData("account", "40 letters")]
    [InlineData("side", "SIDE_BUY or SIDE_SELL")]
    [InlineData("kind", "contract")]
    [InlineData("price_ticks", "present")]
    [InlineData("client_order_id", "36 printable")]
    [InlineData("expires_us", "253402300799999999")]
    [InlineData("trail.unit", "contract")]
    [InlineData("self_trade", "contract")]
    public async Task A_malformed_order_is_refused_with_the_field_and_its_limit(
        string field, string limit)
    {
        var request = Requests.Limit("eve", Side.Buy, 1_000, 1);
        Damage(request, field);

        var refused = await Requests.Refused(grpc.Orders.PlaceAsync(request));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.StartsWith(field + " must", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(limit, refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exchanges_own_account_takes_no_orders_from_outside()
    {
        var refused = await Requests.Refused(
            grpc.Orders.PlaceAsync(Requests.Limit("market-maker", Side.Buy, 1_000, 1)));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    [Theory]
    [InlineData("ABC-DEF")]
    [InlineData("not a pair")]
    public async Task A_pair_that_is_not_listed_is_not_found(string pair)
    {
        var refused = await Requests.Refused(
            grpc.Orders.PlaceAsync(Requests.Limit("eve", Side.Buy, 1_000, 1, pair)));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused()
    {
        var request = Requests.Limit("eve", Side.Buy, 1_000, 1);
        request.ClientOrderId = new string('x', GrpcLimits.MaxRequestBytes);

        var refused = await Requests.Refused(grpc.Orders.PlaceAsync(request));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    private static void Damage(PlaceRequest request, string field)
    {
        switch (field)
        {
            case "account":
                request.Account = "a b";
                break;
            case "side":
                request.Side = Side.Unspecified;
                break;
            case "kind":
                request.Kind = (OrderKind)77;
                break;
            case "price_ticks":
                request.Kind = OrderKind.Market;
                break;
            case "client_order_id":
                request.ClientOrderId = "";
                break;
            case "expires_us":
                request.ExpiresUs = -1;
                break;
            case "trail.unit":
                request.Trail = new Trail { Distance = 1, Unit = (TrailUnit)77 };
                break;
            default:
                request.SelfTrade = (SelfTradePrevention)77;
                break;
        }
    }

    /// <summary>Sends an order as it is on the wire, with a deadline of a microsecond: the client's
    /// library would give up before it sends anything.</summary>
    private async Task<StatusCode> PlaceLate(PlaceRequest order)
    {
        var message = order.ToByteArray();
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"{grpc.Url}/marketmaker.exchange.v1.OrderEntry/Place")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { { "te", "trailers" }, { "grpc-timeout", "1u" } },
            Content = new ByteArrayContent(frame)
            {
                Headers = { { "content-type", "application/grpc" } },
            },
        };
        using var client = new HttpClient();
        using var response = await client.SendAsync(request);
        var status = response.Headers.Concat(response.TrailingHeaders)
            .Single(header => header.Key == "grpc-status").Value.Single();
        return Enum.Parse<StatusCode>(status);
    }
}
