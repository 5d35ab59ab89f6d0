using System.Net;
using System.Text.Json;

namespace MarketMaker.Api.Tests;

[Collection(RunningProcess.Name)]
public sealed class StrategyTests(ApiFixture api)
{
    private const string Pair = "XRP-USDT";

    private const string TwoLevels = """
        void OnTick(in Tick t, Quotes q)
        {
            q.Bid(t.Mid * 0.999, t.Size);
            q.Ask(t.Mid * 1.001, t.Size);
            q.Bid(t.Mid * 0.998, t.Size);
            q.Ask(t.Mid * 1.002, t.Size);
        }
        """;

    private const string OneLevel = """
        void OnTick(in Tick t, Quotes q)
        {
            q.Bid(t.Mid * 0.999, t.Size);
            q.Ask(t.Mid * 1.001, t.Size);
        }
        """;

    private const string Broken = """
        void OnTick(in Tick t, Quotes q)
        {
            q.Bid(t.Mid * 0.999, t.Siz);
        }
        """;

    [Fact]
    public async Task A_good_script_is_swapped_in_and_a_bad_one_leaves_it_in_force()
    {
        await Put("swapped", TwoLevels);
        using var chosen = await api.Client.Send(
            HttpMethod.Put, $"/pairs/{Pair}/configuration", """{"strategy":"swapped"}""");
        await chosen.ReadJson(HttpStatusCode.OK);
        await api.Client.WaitFor(Pair, state => Levels(state) == 2);

        var accepted = await Put("swapped", OneLevel);
        await Post("activate", $$"""{"version":"{{accepted.Text("version")}}"}""");
        await api.Client.WaitFor(Pair, state => Levels(state) == 1);
        using var refused = await api.Client.Send(
            HttpMethod.Put, "/strategies/swapped", Broken, "text/plain");

        var problem = await refused.ReadProblem(HttpStatusCode.BadRequest);
        var diagnostic = problem.GetProperty("diagnostics")[0];
        Assert.Equal(
            (3, "error"),
            (diagnostic.GetProperty("line").GetInt32(), diagnostic.Text("severity")));
        Assert.InRange(diagnostic.GetProperty("column").GetInt32(), 5, 32);
        var inForce = await api.Client.GetJson("/strategies/swapped");
        Assert.Equal(
            (accepted.Text("version"), OneLevel, false),
            (inForce.Text("version"), inForce.Text("source"),
                inForce.GetProperty("builtIn").GetBoolean()));
        var state = await api.Client.WaitFor(Pair, Listening.IsQuoting);
        Assert.Equal(
            accepted.Text("version"), state.GetProperty("status").Text("strategyVersion"));
    }

    [Fact]
    public async Task A_script_is_read_as_JSON_or_as_text()
    {
        var json = JsonSerializer.Serialize(new { source = OneLevel });
        using var uploaded = await api.Client.Send(
            HttpMethod.Put, "/strategies/read-back", json);
        await uploaded.ReadJson(HttpStatusCode.OK);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/strategies/read-back");
        request.Headers.Accept.ParseAdd("text/plain");

        using var text = await api.Client.SendAsync(request);

        Assert.Equal(OneLevel, await text.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Rules_that_ship_and_rules_that_were_uploaded_are_listed()
    {
        await Put("listed", OneLevel);

        var rules = await api.Client.GetJson("/strategies");

        var byName = rules.EnumerateArray().ToDictionary(
            rule => rule.Text("name"), rule => rule.GetProperty("builtIn").GetBoolean());
        Assert.True(byName["house-ladder"]);
        Assert.False(byName["listed"]);
    }

    [Theory]
    [InlineData("Upper", "x", "name")]
    [InlineData("a_b", "x", "name")]
    [InlineData("fine", "", "source")]
    public async Task Wrong_names_and_sources_are_named(string name, string source, string field)
    {
        using var response = await api.Client.Send(
            HttpMethod.Put, $"/strategies/{name}", source, "text/plain");

        Assert.Equal([field], await response.ReadInvalidFields());
    }

    [Fact]
    public async Task A_source_that_is_too_long_is_answered_with_the_limit()
    {
        using var response = await api.Client.Send(
            HttpMethod.Put, "/strategies/long",
            new string(' ', ApiLimits.MaxSourceLength + 1), "text/plain");

        var problem = await response.ReadProblem(HttpStatusCode.BadRequest);
        Assert.Contains("65536", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/strategies/huge");
        request.Content = new ByteArrayContent(new byte[10_000_000]);
        request.Content.Headers.ContentType = new("text/plain");
        // Or the server would hang up on a client that is still sending.
        request.Headers.ExpectContinue = true;

        using var response = await api.Client.SendAsync(request);

        var problem = await response.ReadProblem(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("262144", problem.Text("detail"), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Post(
        string step, string json, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await api.Client.Send(
            HttpMethod.Post, $"/strategies/swapped/{step}", json);
        return await response.ReadJson(expected);
    }

    private async Task<JsonElement> Put(string name, string source)
    {
        using var response = await api.Client.Send(
            HttpMethod.Put, $"/strategies/{name}", source, "text/plain");
        return await response.ReadJson(HttpStatusCode.OK);
    }

    private static int Levels(JsonElement state) =>
        state.GetProperty("status").GetProperty("bids").GetArrayLength();
}
