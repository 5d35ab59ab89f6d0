using System.Net;
using System.Text.Json;
using MarketMaker.Grains.LifeCycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketMaker.Api.Tests;

/// <summary>The life of a quoting rule, as an operator sees it.</summary>
[Collection(RunningProcess.Name)]
public sealed class StrategyLifeTests(ApiFixture api)
{
    private const string Pair = "XRP-USDT";
    private const string Name = "lived";

    private const string Source = """
        Parameter lean = Parameter.Of("lean", "", 0.001, 0.0001, 0.01);
        void OnTick(in Tick t, Quotes q)
        {
            q.Bid(t.Mid * (1 - lean.Value), t.Size);
            q.Ask(t.Mid * (1 + lean.Value), t.Size);
        }
        """;

    [Fact]
    public async Task A_version_is_uploaded_activated_audited_and_rolled_back()
    {
        var first = await Upload("ann", Source);
        var second = await Upload("ann", Source + "\n// Again.\n");
        var before = (await api.Client.GetJson($"/pairs/{Pair}/strategy")).Text("strategy");
        using var chosen = await api.Client.Send(
            HttpMethod.Put, $"/pairs/{Pair}/strategy",
            """
            {"strategy":"lived","parameters":{"lean":0.002},"operator":"bob","reason":"a try"}
            """);
        var pair = await chosen.ReadJson(HttpStatusCode.OK);
        using var activated = await Send("activate", new
        {
            version = second,
            reason = "it is better",
            @operator = "bob",
        });
        await activated.ReadJson(HttpStatusCode.OK);
        var swapped = await api.Client.GetJson($"/pairs/{Pair}/strategy");
        using var backed = await Send("rollback", new { reason = "it is not", @operator = "bob" });
        var back = await backed.ReadJson(HttpStatusCode.OK);

        Assert.Equal((first, second), (pair.Text("version"), swapped.Text("version")));
        Assert.Equal(first, back.Text("active"));
        var lean = pair.GetProperty("parameters")[0];
        Assert.Equal(
            ("lean", "0.002", "0.001", "0.0001", "0.01"),
            (lean.Text("name"), lean.Text("value"), lean.Text("default"), lean.Text("min"),
                lean.Text("max")));
        var audit = await api.Client.GetJson($"/strategies/{Name}/audit");
        Assert.Equal(
            [
                "rolledBack bob it is not", "activated bob it is better",
                $"configured bob {Pair} leaves {before} for it, lean default to 0.002: a try",
                "uploaded ann a test",
            ],
            audit.EnumerateArray().Take(4).Select(line =>
                $"{line.Text("what")} {line.Text("who")} {line.Text("why")}"));
        var third = audit[2].GetProperty("number").GetInt64();
        var earlier = await api.Client.GetJson($"/strategies/{Name}/audit?before={third}");
        Assert.Equal(
            audit.EnumerateArray().Skip(3).Select(line => line.ToString()),
            earlier.EnumerateArray().Select(line => line.ToString()));
        using var limited = await api.Client.Send(
            HttpMethod.Get, $"/strategies/{Name}/audit?before=0");
        Assert.Equal(["before"], await limited.ReadInvalidFields());
        var versions = await api.Client.GetJson($"/strategies/{Name}/versions");
        Assert.Equal(
            ["accepted", "active"],
            versions.EnumerateArray().Select(version => version.Text("status")));
        Assert.Equal(
            Source,
            await api.Client.GetStringAsync(
                new Uri($"/strategies/{Name}/versions/{first}/source", UriKind.Relative)));
    }

    [Theory]
    [InlineData("""{"strategy":"house-ladder","parameters":{"lean":"1"}}""", "parameters.lean")]
    [InlineData("""{"strategy":"nobody-knows"}""", "strategy")]
    [InlineData("""{"parameters":{"a":"x"},"params":{}}""", "parameters.a", "params")]
    public async Task A_wrong_rule_or_parameter_of_a_pair_is_named(
        string json, params string[] fields)
    {
        using var response = await api.Client.Send(
            HttpMethod.Put, "/pairs/BTC-USDT/strategy", json);

        Assert.Equal(fields, await response.ReadInvalidFields());
    }

    [Theory]
    [InlineData("activate", """{"mode":"half","who":1}""", "mode", "version", "who")]
    [InlineData("activate", """{"mode":"canary","operator":" "}""", "operator", "pairs", "version")]
    [InlineData("rollback", """{"version":"abc","strict":1}""", "strict", "version")]
    [InlineData("approve", """{"operator":"product"}""", "operator", "version")]
    public async Task A_wrong_field_of_a_step_is_named(
        string step, string json, params string[] fields)
    {
        using var response = await api.Client.Send(
            HttpMethod.Post, $"/strategies/house-ladder/{step}", json);

        Assert.Equal(fields, await response.ReadInvalidFields());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_become_of_a_source_and_stores_nothing()
    {
        using var good = await api.Client.Send(
            HttpMethod.Put, "/strategies/dry?dryRun=true", Source, "text/plain");
        using var bad = await api.Client.Send(
            HttpMethod.Post, "/strategies/dry?dryRun=true", "int x = ;", "text/plain");
        using var found = await api.Client.GetAsync(new Uri("/strategies/dry", UriKind.Relative));

        var accepted = await good.ReadJson(HttpStatusCode.OK);
        Assert.Equal("accepted", accepted.Text("status"));
        var problem = await bad.ReadProblem(HttpStatusCode.BadRequest);
        Assert.Equal(1, problem.GetProperty("diagnostics")[0].GetProperty("line").GetInt32());
        await found.ReadProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_rule_that_could_never_be_quoted_is_accepted_with_a_warning()
    {
        const string source = "void OnTick(in Tick t, Quotes q) => q.Bid(t.Mid * (0.0 / 0.0), 1);";

        using var uploaded = await api.Client.Send(
            HttpMethod.Put, "/strategies/never", source, "text/plain");

        var answer = await uploaded.ReadJson(HttpStatusCode.OK);
        var kept = await api.Client.GetJson(
            $"/strategies/never/versions/{answer.Text("version")}/diagnostics");
        Assert.True(answer.GetProperty("accepted").GetBoolean());
        Assert.All([answer.GetProperty("diagnostics"), kept], diagnostics =>
        {
            var found = Assert.Single(diagnostics.EnumerateArray());
            Assert.Equal(("MM0014", "warning"), (found.Text("id"), found.Text("severity")));
        });
    }

    [Fact]
    public async Task What_cannot_be_put_in_force_is_refused_with_the_reason()
    {
        using var rejected = await api.Client.Send(
            HttpMethod.Put, "/strategies/refused", "int x = ;", "text/plain");
        var hash = (await rejected.ReadProblem(HttpStatusCode.BadRequest)).Text("version");
        using var activated = await api.Client.Send(
            HttpMethod.Post, "/strategies/refused/activate", $$"""{"version":"{{hash}}"}""");
        using var unknown = await api.Client.Send(
            HttpMethod.Post, "/strategies/refused/activate",
            $$"""{"version":"{{new string('0', 64)}}"}""");
        using var nobody = await api.Client.Send(
            HttpMethod.Post, "/strategies/nobody-knows/rollback", "{}");

        var problem = await activated.ReadProblem(HttpStatusCode.Conflict);
        Assert.Equal("rejected", problem.Text("refusal"));
        await unknown.ReadProblem(HttpStatusCode.NotFound);
        await nobody.ReadProblem(HttpStatusCode.NotFound);
        var diagnostics = await api.Client.GetJson(
            $"/strategies/refused/versions/{hash}/diagnostics");
        Assert.Equal("error", diagnostics[0].Text("severity"));
    }

    [Fact]
    public async Task Where_approval_is_needed_an_activation_waits_for_a_second_person()
    {
        var options = api.Services.GetRequiredService<IOptions<StrategyOptions>>().Value;
        options.NeedsApproval = true;
        try
        {
            using var uploaded = await api.Client.Send(
                HttpMethod.Put, "/strategies/two-people",
                JsonSerializer.Serialize(new { source = Source, @operator = "ann" }));
            var hash = (await uploaded.ReadJson(HttpStatusCode.OK)).Text("version");

            using var nameless = await Step("activate", new { version = hash });
            using var asked = await Step("activate", new { version = hash, @operator = "ann" });
            using var same = await Step("approve", new { version = hash, @operator = "ann" });
            using var approved = await Step("approve", new { version = hash, @operator = "bob" });

            Assert.Equal(["operator"], await nameless.ReadInvalidFields());
            var waiting = await asked.ReadJson(HttpStatusCode.Accepted);
            Assert.Equal(
                (JsonValueKind.Null, hash),
                (waiting.GetProperty("active").ValueKind,
                    waiting.GetProperty("awaiting").Text("version")));
            Assert.Equal(
                "samePerson", (await same.ReadProblem(HttpStatusCode.Conflict)).Text("refusal"));
            Assert.Equal(hash, (await approved.ReadJson(HttpStatusCode.OK)).Text("active"));
        }
        finally
        {
            options.NeedsApproval = false;
        }

        Task<HttpResponseMessage> Step(string step, object body) => api.Client.Send(
            HttpMethod.Post, $"/strategies/two-people/{step}", JsonSerializer.Serialize(body));
    }

    [Fact]
    public async Task A_version_is_tried_on_what_was_recorded_of_a_pair()
    {
        using var uploaded = await api.Client.Send(
            HttpMethod.Put, "/strategies/tried", Source, "text/plain");
        var hash = (await uploaded.ReadJson(HttpStatusCode.OK)).Text("version");
        var path = $"/strategies/tried/versions/{hash}/backtest";
        await api.Client.WaitFor(Pair, Listening.IsQuoting);

        using var never = await api.Client.GetAsync(new Uri(path, UriKind.Relative));
        using var nowhere = await api.Client.Send(HttpMethod.Post, path, "{\"pair\":\"A-B\"}");
        using var begun = await api.Client.Send(
            HttpMethod.Post, path, $$"""{"pair":"{{Pair}}","operator":"ann"}""");

        await never.ReadProblem(HttpStatusCode.NotFound);
        Assert.Equal(["pair"], await nowhere.ReadInvalidFields());
        await begun.ReadJson(HttpStatusCode.Accepted);
        var report = await api.Client.GetJson(path);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (report.Text("status") == "running")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
            report = await api.Client.GetJson(path);
        }
        Assert.True(report.Text("status") == "done", report.ToString());
        var comparison = report.GetProperty("comparison");
        Assert.Equal(hash, comparison.GetProperty("candidate").Text("version"));
        Assert.Equal(
            comparison.GetProperty("candidate").GetProperty("figures").Decimal("net")
                - comparison.GetProperty("current").GetProperty("figures").Decimal("net"),
            comparison.GetProperty("difference").Decimal("net"));
    }

    [Fact]
    public async Task The_version_in_force_is_refused_as_a_shadow_and_a_shadow_can_be_ended()
    {
        using var uploaded = await api.Client.Send(
            HttpMethod.Put, "/strategies/shaded", Source, "text/plain");
        var hash = (await uploaded.ReadJson(HttpStatusCode.OK)).Text("version");
        using var chosen = await api.Client.Send(
            HttpMethod.Put, $"/pairs/{Pair}/strategy", "{\"strategy\":\"shaded\"}");
        await chosen.ReadJson(HttpStatusCode.OK);
        using var other = await api.Client.Send(
            HttpMethod.Put, "/strategies/shaded", Source + "\n// Again.\n", "text/plain");
        var second = (await other.ReadJson(HttpStatusCode.OK)).Text("version");

        using var itself = await api.Client.Send(
            HttpMethod.Post, "/strategies/shaded/activate", Shadow(hash));
        using var began = await api.Client.Send(
            HttpMethod.Post, "/strategies/shaded/activate", Shadow(second));
        using var ended = await api.Client.Send(
            HttpMethod.Delete, $"/strategies/shaded/versions/{second}/shadow");
        using var again = await api.Client.Send(
            HttpMethod.Delete, $"/strategies/shaded/versions/{second}/shadow");

        var problem = await itself.ReadProblem(HttpStatusCode.Conflict);
        Assert.Equal("alreadyInForce", problem.Text("refusal"));
        await began.ReadJson(HttpStatusCode.OK);
        await ended.ReadJson(HttpStatusCode.OK);
        Assert.Equal(
            "notInShadow", (await again.ReadProblem(HttpStatusCode.Conflict)).Text("refusal"));
        var audit = await api.Client.GetJson("/strategies/shaded/audit");
        Assert.Equal(
            ["shadowEnded", "shadowed"],
            audit.EnumerateArray().Take(2).Select(line => line.Text("what")));
    }

    private static string Shadow(string hash) =>
        JsonSerializer.Serialize(new { version = hash, mode = "shadow", pairs = new[] { Pair } });

    private async Task<string> Upload(string who, string source)
    {
        using var response = await api.Client.Send(
            HttpMethod.Put, $"/strategies/{Name}",
            JsonSerializer.Serialize(new { source, @operator = who, reason = "a test" }));
        return (await response.ReadJson(HttpStatusCode.OK)).Text("version");
    }

    private Task<HttpResponseMessage> Send(string step, object body) => api.Client.Send(
        HttpMethod.Post, $"/strategies/{Name}/{step}", JsonSerializer.Serialize(body));
}
