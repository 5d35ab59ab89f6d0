using System.Net;
using System.Text.Json;

namespace MarketMaker.Api.Tests;

/// <summary>Ladders of a maker outside the process, in a pair that nobody else trades.</summary>
[Collection(RunningProcess.Name)]
public sealed class LadderTests(ApiFixture api)
{
    private const string Pair = "SOL-USDT";

    [Fact]
    public async Task A_ladder_replaces_the_one_before_and_a_repeat_changes_nothing()
    {
        var market = await Open("outer-maker");
        var first = Ladder(1, market, "1.00", "1.01");
        await Put("outer-maker", first);

        var second = await Put("outer-maker", Ladder(2, market, "1.00", "1.02"));
        var repeat = await Put("outer-maker", Ladder(2, market, "1.00", "1.02"));

        Assert.Equal(
            """{"kept":1,"amended":0,"placed":1,"cancelled":1}""",
            second.GetProperty("changes").GetRawText());
        Assert.Equal(
            [("buy", 1.00m), ("buy", 1.02m)],
            second.GetProperty("quotes").EnumerateArray().Select(quote =>
                (quote.Text("side"), quote.Decimal("price"))).Order());
        Assert.Equal(second.GetRawText(), repeat.GetRawText());
    }

    [Fact]
    public async Task A_ladder_for_an_earlier_life_of_the_market_is_refused_with_the_present_one()
    {
        var market = await Open("late-maker");

        using var response = await api.Client.Send(
            HttpMethod.Put, Path("late-maker"), Ladder(1, market - 1, "1.00"));

        var problem = await response.ReadProblem(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            ("staleMarket", market),
            (problem.Text("rejection"), problem.GetProperty("market").GetInt64()));
    }

    [Fact]
    public async Task Obligations_are_the_exchange_s_own_maker_s_whoever_else_quotes()
    {
        await api.Client.GetJson($"/pairs/{Pair}");
        await api.Client.WaitFor(Pair, Listening.IsQuoting);
        var market = await Open("third-maker");

        await Put("third-maker", Ladder(1, market));

        var statistics = await api.Client.GetJson($"/pairs/{Pair}/stats");
        Assert.NotEqual(
            0, statistics.GetProperty("obligations").GetProperty("minLevels").GetInt32());
    }

    [Theory]
    [InlineData("""{"epoch":1,"sequence":1,"leaseMilliseconds":60001}""", "leaseMilliseconds")]
    [InlineData("""{"epoch":-1,"sequence":1,"leaseMilliseconds":5}""", "epoch")]
    [InlineData("""{"epoch":1,"leaseMilliseconds":5}""", "sequence")]
    [InlineData("""{"epoch":1,"sequence":1,"leaseMilliseconds":5,"bids":7}""", "bids")]
    [InlineData(
        """
        {"epoch":1,"sequence":1,"leaseMilliseconds":5,"bids":[{"price":"1.001","size":"1"}]}
        """,
        "bids[0].price")]
    [InlineData(
        """
        {"epoch":1,"sequence":1,"leaseMilliseconds":5,"asks":[{"price":"1","size":"0"}]}
        """,
        "asks[0].size")]
    public async Task A_wrong_ladder_is_answered_with_the_field(string json, string field)
    {
        using var response = await api.Client.Send(HttpMethod.Put, Path("a"), json);

        Assert.Equal([field], await response.ReadInvalidFields());
    }

    private static string Path(string account) => $"/pairs/{Pair}/accounts/{account}/quotes";

    private static string Ladder(int sequence, long market, params string[] bids)
    {
        var levels = bids.OrderByDescending(decimal.Parse)
            .Select(price => $$"""{"price":"{{price}}","size":"1"}""");
        return $$"""
            {"epoch":1,"sequence":{{sequence}},"market":{{market}},"leaseMilliseconds":60000,
            "bids":[{{string.Join(',', levels)}}]}
            """;
    }

    /// <summary>Opens an account and learns which life of the market this is.</summary>
    private async Task<long> Open(string account)
    {
        using var opened = await api.Client.Send(
            HttpMethod.Post,
            $"/pairs/{Pair}/accounts/{account}",
            """{"base":"10","quote":"1000"}""");
        await opened.ReadJson(HttpStatusCode.Created);
        using var refused = await api.Client.Send(
            HttpMethod.Put, Path(account), Ladder(0, 1_000_000, "1.00"));
        var problem = await refused.ReadProblem(HttpStatusCode.UnprocessableEntity);
        return problem.GetProperty("market").GetInt64();
    }

    private async Task<JsonElement> Put(string account, string ladder)
    {
        using var response = await api.Client.Send(HttpMethod.Put, Path(account), ladder);
        return await response.ReadJson(HttpStatusCode.OK);
    }
}
