using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class DepthTests(ApiFixture api)
{
    private const string Pair = "POL-USDT";
    private const string Path = $"/pairs/{Pair}/depth";
    private const decimal TickSize = 0.0001m;
    private const decimal LotSize = 0.1m;

    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_stream_rebuilds_the_book_and_every_message_proves_it()
    {
        await Open("dora");
        using var deadline = new CancellationTokenSource(_deadline);
        await using var stream = await api.Client.GetStreamAsync(
            new Uri(Path + "/stream", UriKind.Relative), deadline.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(deadline.Token)
            .GetAsyncEnumerator(deadline.Token);
        var replica = new DepthReplica();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("snapshot", events.Current.EventType);
        Assert.Equal(ReplicaStatus.Current, Apply(events.Current, replica));

        await Place("dora", "buy", "0.1111", "30");
        await Place("dora", "sell", "5.2222", "40");
        var target = await api.Client.GetJson(Path);

        while (replica.Sequence < target.GetProperty("sequence").GetInt64())
        {
            Assert.True(await events.MoveNextAsync());
            Assert.Equal("diff", events.Current.EventType);
            Assert.Equal(ReplicaStatus.Current, Apply(events.Current, replica));
        }
        Assert.Contains(
            new DepthLevel(new Price(1111), new Quantity(300), 1), replica.Bids.ToArray());
        Assert.Contains(
            new DepthLevel(new Price(52222), new Quantity(400), 1), replica.Asks.ToArray());
    }

    [Fact]
    public async Task An_account_sees_its_places_in_the_queue()
    {
        await Open("emma");
        await Open("finn");
        await Place("emma", "buy", "0.0123", "30");
        await Place("finn", "buy", "0.0123", "50");
        await Place("finn", "buy", "0.0122", "20");

        var own = await api.Client.GetJson($"/pairs/{Pair}/accounts/finn/orders");

        var orders = own.GetProperty("orders").EnumerateArray().Select(order => (
            order.Decimal("price"), order.Decimal("resting"),
            order.GetProperty("ordersAhead").GetInt32(), order.Decimal("sizeAhead")));
        Assert.Equal([(0.0123m, 50m, 1, 30m), (0.0122m, 20m, 0, 0m)], orders);
    }

    [Fact]
    public async Task An_account_without_funds_has_no_orders_to_show()
    {
        using var response = await api.Client.Send(
            HttpMethod.Get, $"/pairs/{Pair}/accounts/stranger/orders");

        await response.ReadProblem(HttpStatusCode.NotFound);
    }

    private static ReplicaStatus Apply(SseItem<string> message, DepthReplica replica)
    {
        var data = JsonSerializer.Deserialize<JsonElement>(message.Data);
        var sequence = data.GetProperty("sequence").GetInt64();
        var checksum = data.GetProperty("checksum").GetUInt32();
        var (bids, asks) = (Levels(data, "bids"), Levels(data, "asks"));
        return message.EventType == "snapshot"
            ? replica.Apply(new Depth(sequence, bids, asks), checksum)
            : replica.Apply(new DepthDiff(
                data.GetProperty("previous").GetInt64(), sequence, bids, asks, checksum));
    }

    private static DepthLevel[] Levels(JsonElement message, string side) =>
        [
            .. message.GetProperty(side).EnumerateArray().Select(level => new DepthLevel(
                new Price((long)(level.Decimal("price") / TickSize)),
                new Quantity((long)(level.Decimal("size") / LotSize)),
                level.GetProperty("orders").GetInt32())),
        ];

    private async Task Open(string account)
    {
        using var response = await api.Client.Send(
            HttpMethod.Post, $"/pairs/{Pair}/accounts/{account}",
            """{"base":"1000","quote":"1000"}""");
        Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict);
    }

    private async Task Place(string account, string side, string price, string size)
    {
        using var response = await api.Client.Send(
            HttpMethod.Post, $"/pairs/{Pair}/orders",
            $$"""
            {"account":"{{account}}","side":"{{side}}","type":"limit","price":"{{price}}",
             "size":"{{size}}"}
            """);
        await response.ReadJson(HttpStatusCode.Created);
    }
}
