using System.Net;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class AccountTests(ApiFixture api)
{
    private const string Path = "/pairs/BTC-USDT/accounts";

    [Fact]
    public async Task An_account_is_opened_once()
    {
        using var unknown = await api.Client.Send(HttpMethod.Get, $"{Path}/anna");
        using var opened = await api.Client.Send(
            HttpMethod.Post, $"{Path}/anna", """{"base":"1.5","quote":2000}""");
        using var repeated = await api.Client.Send(
            HttpMethod.Post, $"{Path}/anna", """{"base":"7"}""");

        await unknown.ReadProblem(HttpStatusCode.NotFound);
        await opened.ReadJson(HttpStatusCode.Created);
        await repeated.ReadProblem(HttpStatusCode.Conflict);
        var account = await api.Client.GetJson($"{Path}/anna");
        Assert.Equal(
            ("anna", 1.5m, 2000m),
            (account.Text("account"),
                account.GetProperty("base").Decimal("available"),
                account.GetProperty("quote").Decimal("total")));
    }

    [Theory]
    [InlineData("bert", """{"base":"-1"}""", "base")]
    [InlineData("bert", """{"base":"0.000001"}""", "base")]
    [InlineData("bert", """{"quote":"99999999999999999999999999"}""", "quote")]
    [InlineData("be rt", """{"quote":"1"}""", "account")]
    [InlineData("market-maker", """{"quote":"1"}""", "account")]
    public async Task Wrong_funds_or_names_are_named(string account, string json, string field)
    {
        using var response = await api.Client.Send(HttpMethod.Post, $"{Path}/{account}", json);

        Assert.Equal([field], await response.ReadInvalidFields());
    }
}
