using System.Net;
using System.Text.Json;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class OrderTests(ApiFixture api)
{
    private const string Pair = "ETH-USDT";
    private const string Orders = $"/pairs/{Pair}/orders";

    [Theory]
    [InlineData("""{"account":"a","side":"buy","type":"limit","price":"1000.001","size":"1"}""",
        "price", "0.01")]
    [InlineData("""{"account":"a","side":"buy","type":"limit","price":"0","size":"1"}""",
        "price", "0.01")]
    [InlineData("""{"account":"a","side":"buy","type":"limit","size":"1"}""", "price", "0.01")]
    [InlineData("""{"account":"a","side":"buy","type":"market","price":"1","size":"1"}""",
        "price", "absent")]
    [InlineData("""{"account":"a","side":"sell","type":"market","size":"0.00005"}""",
        "size", "0.0001")]
    [InlineData("""{"account":"a","side":"sell","type":"market","size":"10000.0001"}""",
        "size", "10000")]
    [InlineData("""{"account":"a b","side":"sell","type":"market","size":"1"}""",
        "account", "40")]
    [InlineData("""{"account":"a","side":"long","type":"market","size":"1"}""", "side", "buy")]
    public async Task A_wrong_order_is_answered_with_the_field_and_its_limit(
        string json, string field, string limit)
    {
        using var response = await api.Client.Send(HttpMethod.Post, Orders, json);

        var problem = await response.ReadProblem(HttpStatusCode.BadRequest);
        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(field, error.Name);
        Assert.Contains(limit, error.Value[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_order_rests_is_found_and_is_cancelled()
    {
        await Open("lena");
        var placed = await Place(
            """{"account":"lena","side":"buy","type":"limit","price":"100.01","size":"0.5"}""");
        var path = $"{Orders}/{placed.GetProperty("id").GetInt64()}?account=lena";

        var resting = await api.Client.GetJson(path);
        using var cancelled = await api.Client.Send(HttpMethod.Delete, path);
        using var gone = await api.Client.Send(HttpMethod.Get, path);

        Assert.Equal(
            (0m, 0.5m, 0m),
            (placed.Decimal("filled"), placed.Decimal("resting"), placed.Decimal("cancelled")));
        Assert.Equal(
            ("lena", "buy", 100.01m, 0.5m),
            (resting.Text("account"), resting.Text("side"), resting.Decimal("price"),
                resting.Decimal("resting")));
        Assert.Equal(
            0.5m, (await cancelled.ReadJson(HttpStatusCode.OK)).Decimal("cancelled"));
        await gone.ReadProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_market_order_trades_with_the_maker_whose_inventory_moves_by_as_much()
    {
        await Open("mia");
        await api.Client.GetJson($"/pairs/{Pair}");
        await api.Client.WaitFor(Pair, Listening.IsQuoting);
        var before = (await api.Client.GetJson($"/pairs/{Pair}/inventory")).Decimal("position");

        var placed = await Place(
            """{"account":"mia","side":"buy","type":"market","size":"0.5"}""");

        var trades = placed.GetProperty("trades").EnumerateArray().ToArray();
        Assert.NotEmpty(trades);
        Assert.All(trades, trade => Assert.Equal("mia", trade.Text("taker")));
        Assert.Equal(0.5m, trades.Sum(trade => trade.Decimal("size")));
        await api.Client.WaitFor(
            Pair,
            state => state.GetProperty("inventory").Decimal("position") == before - 0.5m);
        var log = await api.Client.GetJson($"/pairs/{Pair}/trades?limit=1");
        Assert.Equal(
            trades[^1].GetRawText(), log.GetProperty("trades")[0].GetRawText());
    }

    [Theory]
    [InlineData("nobody", "market", "", "unknownAccount")]
    [InlineData("olga", "limit", ""","price":"900000" """, "insufficientFunds")]
    public async Task What_the_engine_refuses_is_answered_with_its_reason(
        string account, string type, string price, string rejection)
    {
        await Open("olga");
        var json = $$"""
            {"account":"{{account}}","side":"buy","type":"{{type}}","size":"100"{{price}}}
            """;

        using var response = await api.Client.Send(HttpMethod.Post, Orders, json);

        var problem = await response.ReadProblem(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(rejection, problem.Text("rejection"));
    }

    [Fact]
    public async Task The_exchanges_own_account_takes_no_orders_from_outside()
    {
        using var response = await api.Client.Send(
            HttpMethod.Post, Orders,
            """{"account":"market-maker","side":"buy","type":"market","size":"1"}""");

        Assert.Equal(["account"], await response.ReadInvalidFields());
    }

    private async Task Open(string account)
    {
        using var response = await api.Client.Send(
            HttpMethod.Post, $"/pairs/{Pair}/accounts/{account}",
            """{"base":"10","quote":"100000"}""");
        Assert.True(response.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict);
    }

    private async Task<JsonElement> Place(string json)
    {
        using var response = await api.Client.Send(HttpMethod.Post, Orders, json);
        return await response.ReadJson(HttpStatusCode.Created);
    }
}
