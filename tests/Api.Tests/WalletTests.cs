using System.Net;
using System.Text.Json;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class WalletTests(ApiFixture api)
{
    [Fact]
    public async Task A_deposit_is_made_once_and_read_again()
    {
        const string deposit = """{"transferId":"d","asset":"usdt","amount":"100.25"}""";

        using var unknown = await api.Client.Send(HttpMethod.Get, "/accounts/wanda");
        using var made = await Post("/accounts/wanda/deposits", deposit);
        using var repeated = await Post("/accounts/wanda/deposits", deposit);

        await unknown.ReadProblem(HttpStatusCode.NotFound);
        var first = await made.ReadJson(HttpStatusCode.Created);
        var second = await repeated.ReadJson(HttpStatusCode.Created);
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal("/accounts/wanda/transfers/d", made.Headers.Location!.OriginalString);
        var read = await api.Client.GetJson("/accounts/wanda/transfers/d");
        Assert.Equal(first.GetRawText(), read.GetRawText());
        Assert.Equal(("deposit", "done", "none"),
            (first.Text("kind"), first.Text("status"), first.Text("refusal")));
        var wallet = await api.Client.GetJson("/accounts/wanda");
        Assert.Equal(100.25m, wallet.GetProperty("available").Decimal("USDT"));
    }

    [Fact]
    public async Task Funds_go_to_a_pair_trade_there_and_come_back()
    {
        await Fund("walt");

        using var there = await Post("/accounts/walt/transfers", Transfer("t1", "to-pair", "1.5"));
        var inPair = await api.Client.GetJson("/pairs/SOL-USDT/accounts/walt");
        using var order = await Post(
            "/pairs/SOL-USDT/orders",
            """{"account":"walt","side":"sell","type":"limit","price":"90000","size":"1"}""");
        using var tooMuch = await Post(
            "/accounts/walt/transfers", Transfer("t2", "from-pair", "1.5"));
        using var back = await Post("/accounts/walt/transfers", Transfer("t3", "from-pair", "0.5"));

        await there.ReadJson(HttpStatusCode.Created);
        Assert.Equal(1.5m, inPair.GetProperty("base").Decimal("available"));
        await order.ReadJson(HttpStatusCode.Created);
        var refused = await tooMuch.ReadProblem(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("insufficientFunds", refused.Text("refusal"));
        await back.ReadJson(HttpStatusCode.Created);
        var wallet = await api.Client.GetJson("/accounts/walt");
        Assert.Equal(9m, wallet.GetProperty("available").Decimal("SOL"));
        Assert.Empty(wallet.GetProperty("inFlight").EnumerateArray());
        var left = await api.Client.GetJson("/pairs/SOL-USDT/accounts/walt");
        Assert.Equal((0m, 1m), (left.GetProperty("base").Decimal("available"),
            left.GetProperty("base").Decimal("reserved")));
    }

    [Fact]
    public async Task The_same_id_for_something_else_is_a_conflict()
    {
        await Fund("will");

        using var other = await Post(
            "/accounts/will/withdrawals", """{"transferId":"fund","asset":"SOL","amount":"1"}""");

        var problem = await other.ReadProblem(HttpStatusCode.Conflict);
        Assert.Equal("idInUse", problem.Text("refusal"));
    }

    [Fact]
    public async Task More_than_there_is_cannot_be_withdrawn()
    {
        await Fund("wolf");

        using var refused = await Post(
            "/accounts/wolf/withdrawals",
            """{"transferId":"w","asset":"SOL","amount":"10.000000000000000001"}""");
        using var all = await Post(
            "/accounts/wolf/withdrawals", """{"transferId":"x","asset":"SOL","amount":10}""");

        var problem = await refused.ReadProblem(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("insufficientFunds", problem.Text("refusal"));
        await all.ReadJson(HttpStatusCode.Created);
        var remembered = await api.Client.GetJson("/accounts/wolf/transfers/w");
        Assert.Equal(("refused", "insufficientFunds"),
            (remembered.Text("status"), remembered.Text("refusal")));
    }

    [Theory]
    [InlineData("deposits", """{"asset":"SOL","amount":"1"}""", "transferId")]
    [InlineData("deposits", """{"transferId":"a/b","asset":"SOL","amount":"1"}""", "transferId")]
    [InlineData("deposits", """{"transferId":"a","asset":"DOGE","amount":"1"}""", "asset")]
    [InlineData("deposits", """{"transferId":"a","asset":"SOL","amount":"0"}""", "amount")]
    [InlineData("withdrawals", """{"transferId":"a","asset":"SOL","amount":"-1"}""", "amount")]
    [InlineData("withdrawals", """{"transferId":"a","asset":"SOL","amount":"1e-19"}""", "amount")]
    [InlineData(
        "transfers", """{"transferId":"a","pair":"NO-PAIR","direction":"to-pair"}""", "pair")]
    [InlineData("transfers", """{"transferId":"a","pair":"SOL-USDT","base":"1"}""", "direction")]
    [InlineData(
        "transfers", """{"transferId":"a","pair":"SOL-USDT","direction":"to-pair"}""", "base")]
    [InlineData(
        "transfers",
        """{"transferId":"a","pair":"SOL-USDT","direction":"to-pair","base":"0.0001"}""", "base")]
    [InlineData(
        "transfers",
        """{"transferId":"a","pair":"SOL-USDT","direction":"to-pair","quote":"-1"}""", "quote")]
    public async Task Wrong_fields_are_named(string path, string json, string field)
    {
        using var response = await Post($"/accounts/wilma/{path}", json);

        Assert.Equal([field], await response.ReadInvalidFields());
    }

    [Fact]
    public async Task The_exchanges_own_account_has_no_wallet_for_others_to_use()
    {
        using var response = await Post(
            "/accounts/market-maker/deposits",
            """{"transferId":"a","asset":"SOL","amount":"1"}""");

        Assert.Equal(["account"], await response.ReadInvalidFields());
    }

    [Theory]
    [InlineData("never-made")]
    [InlineData("not%20an%20id")]
    public async Task A_transfer_that_was_never_made_is_not_found(string id)
    {
        using var response = await api.Client.Send(
            HttpMethod.Get, $"/accounts/wanda/transfers/{id}");

        await response.ReadProblem(HttpStatusCode.NotFound);
    }

    private async Task Fund(string account)
    {
        using var response = await Post(
            $"/accounts/{account}/deposits",
            """{"transferId":"fund","asset":"SOL","amount":"10"}""");
        await response.ReadJson(HttpStatusCode.Created);
    }

    private static string Transfer(string id, string direction, string amount) =>
        JsonSerializer.Serialize(
            new { transferId = id, pair = "SOL-USDT", direction, @base = amount });

    private Task<HttpResponseMessage> Post(string path, string json) =>
        api.Client.Send(HttpMethod.Post, path, json);
}
