using System.Net;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class SafeguardTests(ApiFixture api)
{
    private const string Pair = "/pairs/POL-USDT";

    [Fact]
    public async Task A_halted_market_refuses_orders_until_it_is_resumed()
    {
        const string order =
            """{"account":"hal","side":"buy","type":"limit","price":"0.4","size":"10"}""";
        using var opened = await api.Client.Send(
            HttpMethod.Post, $"{Pair}/accounts/hal", """{"quote":"1000"}""");
        using var halted = await api.Client.Send(
            HttpMethod.Post, $"{Pair}/halt", """{"reason":"An announcement is due."}""");
        using var refused = await api.Client.Send(HttpMethod.Post, $"{Pair}/orders", order);
        var during = await api.Client.GetJson($"{Pair}/halt");
        using var resumed = await api.Client.Send(HttpMethod.Post, $"{Pair}/resume");
        using var accepted = await api.Client.Send(HttpMethod.Post, $"{Pair}/orders", order);

        await opened.ReadJson(HttpStatusCode.Created);
        await halted.ReadJson(HttpStatusCode.OK);
        var problem = await refused.ReadProblem(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("marketHalted", problem.Text("rejection"));
        Assert.Equal("An announcement is due.", during.Text("reason"));
        var after = await resumed.ReadJson(HttpStatusCode.OK);
        Assert.False(after.GetProperty("halted").GetBoolean());
        await accepted.ReadJson(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("""{"reason":""}""", "reason")]
    [InlineData("{}", "reason")]
    [InlineData("""{"reason":3}""", "reason")]
    [InlineData("""{"why":"x"}""", "why")]
    public async Task A_halt_needs_a_reason(string json, string field)
    {
        using var response = await api.Client.Send(HttpMethod.Post, $"{Pair}/halt", json);

        Assert.Equal([field], await response.ReadInvalidFields());
    }

    [Fact]
    public async Task Terms_are_what_they_were_set_to_and_are_enforced()
    {
        using var opened = await api.Client.Send(
            HttpMethod.Post, $"{Pair}/accounts/tom", """{"quote":"1000"}""");
        using var set = await api.Client.Send(
            HttpMethod.Put, $"{Pair}/accounts/tom/terms",
            """{"group":7,"maxOpenOrders":3,"maxQuantity":"5.5"}""");
        var terms = await api.Client.GetJson($"{Pair}/accounts/tom/terms");
        using var refused = await api.Client.Send(
            HttpMethod.Post, $"{Pair}/orders",
            """{"account":"tom","side":"buy","type":"limit","price":"0.4","size":"5.6"}""");

        await opened.ReadJson(HttpStatusCode.Created);
        await set.ReadJson(HttpStatusCode.OK);
        Assert.Equal(
            (7, 0, 3, 5.5m),
            (terms.GetProperty("group").GetInt32(), terms.GetProperty("feeTier").GetInt32(),
                terms.GetProperty("maxOpenOrders").GetInt32(), terms.Decimal("maxQuantity")));
        var problem = await refused.ReadProblem(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("quantityOverAccountLimit", problem.Text("rejection"));
    }

    [Theory]
    [InlineData("""{"group":-1}""", "group")]
    [InlineData("""{"feeTier":16}""", "feeTier")]
    [InlineData("""{"maxOpenOrders":100001}""", "maxOpenOrders")]
    [InlineData("""{"maxQuantity":"0.05"}""", "maxQuantity")]
    public async Task Terms_out_of_range_are_named(string json, string field)
    {
        using var response = await api.Client.Send(
            HttpMethod.Put, $"{Pair}/accounts/tim/terms", json);

        Assert.Equal([field], await response.ReadInvalidFields());
    }

    [Fact]
    public async Task The_maker_of_a_pair_shows_its_protection_and_can_be_reset()
    {
        await api.Client.GetJson(Pair);
        var status = await api.Client.GetJson($"{Pair}/accounts/market-maker/protection");
        using var reset = await api.Client.Send(
            HttpMethod.Post, $"{Pair}/accounts/market-maker/protection/reset");

        Assert.False(status.GetProperty("frozen").GetBoolean());
        await reset.ReadJson(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Accounts_that_are_not_known_have_no_terms_and_no_protection()
    {
        using var terms = await api.Client.Send(
            HttpMethod.Get, $"{Pair}/accounts/nobody/terms");
        using var set = await api.Client.Send(
            HttpMethod.Put, $"{Pair}/accounts/nobody/terms", "{}");
        using var protection = await api.Client.Send(
            HttpMethod.Get, $"{Pair}/accounts/nobody/protection");
        using var reset = await api.Client.Send(
            HttpMethod.Post, $"{Pair}/accounts/nobody/protection/reset");

        await terms.ReadProblem(HttpStatusCode.NotFound);
        await set.ReadProblem(HttpStatusCode.NotFound);
        await protection.ReadProblem(HttpStatusCode.NotFound);
        await reset.ReadProblem(HttpStatusCode.NotFound);
    }
}
