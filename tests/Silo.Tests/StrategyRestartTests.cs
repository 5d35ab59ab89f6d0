using System.Net;
using System.Text.Json.Nodes;

namespace MarketMaker.Silo.Tests;

/// <summary>What survives the end of the process of a quoting rule's life.</summary>
public sealed class StrategyRestartTests(SteadyVenueFixture venue)
    : IClassFixture<SteadyVenueFixture>, IDisposable
{
    private const string Pair = "ETH-USDT";

    /// <summary>Its distance is of the time at which the pair first had it: only a memory knows it
    /// after a restart. It fails on any price above the sample ticks' 100, if it is told to.
    /// </summary>
    private const string Source = """
        Parameter lean = Parameter.Of("lean", "", 0.001, 0.0001, 0.01);
        Cell first = Cell.Of("first", 0);
        double[] one = new double[1];
        void OnTick(in Tick t, Quotes q)
        {
            if (first.Value == 0)
                first.Value = 1 + t.Time % 100;
            int there = FAILS && t.Mid > 100 ? 1 : 0;
            double half = t.Mid * lean.Value + first.Value + one[there];
            q.Bid(t.Mid - half, t.Size);
            q.Ask(t.Mid + half, t.Size);
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_restart_versions_audit_memory_and_parameters_are_as_before(
        bool isKilled)
    {
        JsonNode[] before;
        var failing = Source.Replace("FAILS", "true", StringComparison.Ordinal);
        await using (var silo = await Start())
        {
            await LiveThrough(silo, failing);
            before = await State(silo);
            if (isKilled)
                await silo.Kill();
            else
                Assert.Equal(0, await silo.Stop());
        }

        await using var again = await Start();
        while ((await again.Get($"/pairs/{Pair}/book"))["bids"]!.AsArray().Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        var after = await State(again);
        using var bad = await Put(again, "/strategies/elsewhere", failing, "text/plain");

        Assert.Equal(
            before.Select(node => node.ToJsonString()), after.Select(node => node.ToJsonString()));
        Assert.Equal(
            ["shadow", "rejected", "bad", "active"],
            after[1].AsArray().Select(version => (string)version!["status"]!));
        Assert.Equal(
            ["shadowed", "failed", "activated"],
            after[2].AsArray().Select(line => (string)line!["what"]!)
                .Where(what => what is not ("uploaded" or "rejected")).Take(3));
        Assert.Equal("0.002", (string)after[4]["parameters"]![0]!["value"]!);
        Assert.Equal(HttpStatusCode.Conflict, bad.StatusCode);
    }

    private Task<SiloProcess> Start() => SiloProcess.Start(
        _folder.Path, "--Simulation:Customers", "false", $"--Feeds:Binance:Url={venue.Url}");

    /// <summary>A version quotes, another one fails, one is rejected and one is in the shadow.
    /// </summary>
    private static async Task LiveThrough(SiloProcess silo, string failing)
    {
        var sound = Source.Replace("FAILS", "false", StringComparison.Ordinal);
        var first = await Upload(silo, sound);
        using var chosen = await Put(
            silo, $"/pairs/{Pair}/strategy",
            """{"strategy":"kept","parameters":{"lean":"0.002"}}""", "application/json");
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        var second = await Upload(silo, failing);
        await silo.Post("/strategies/kept/activate", new { version = second, @operator = "ann" });
        while ((string)(await silo.Get("/strategies/kept"))["version"]! != first)
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        using var rejected = await Put(silo, "/strategies/kept", "int x = ;", "text/plain");
        Assert.Equal(HttpStatusCode.BadRequest, rejected.StatusCode);
        var third = await Upload(silo, sound + "\n// The third.\n");
        await silo.Post(
            "/strategies/kept/activate",
            new { version = third, mode = "shadow", pairs = new[] { Pair } });
    }

    private static async Task<JsonNode[]> State(SiloProcess silo)
    {
        var versions = await silo.Get("/strategies/kept/versions");
        var rejected = (string)versions[1]!["version"]!;
        var pair = await silo.Get($"/pairs/{Pair}/strategy");
        var state = await silo.Get("/strategies/kept");
        return
        [
            new JsonArray(state["active"]?.DeepClone(), state["shadow"]?.DeepClone()),
            versions,
            await silo.Get("/strategies/kept/audit"),
            await silo.Get($"/strategies/kept/versions/{rejected}/diagnostics"),
            new JsonObject
            {
                ["strategy"] = pair["strategy"]!.DeepClone(),
                ["version"] = pair["version"]!.DeepClone(),
                ["parameters"] = pair["parameters"]!.DeepClone(),
            },
            (await silo.Get($"/pairs/{Pair}/book?levels=1"))["bids"]!,
        ];
    }

    private static async Task<string> Upload(SiloProcess silo, string source)
    {
        using var answer = await Put(silo, "/strategies/kept", source, "text/plain");
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return (string)JsonNode.Parse(body)!["version"]!;
    }

    private static Task<HttpResponseMessage> Put(
        SiloProcess silo, string path, string body, string type) =>
        silo.Http.PutAsync(path, new StringContent(body, null, type));
}
