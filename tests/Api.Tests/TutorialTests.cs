using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MarketMaker.Api.Tests;

/// <summary>The tutorial of docs/STRATEGIES.md, done as it says.</summary>
[Collection(RunningProcess.Name)]
public sealed partial class TutorialTests(ApiFixture api)
{
    private const string Pair = "ETH-USDT";

    [Fact]
    public async Task Each_of_its_steps_does_what_it_says()
    {
        var tutorial = Section(await File.ReadAllTextAsync(Document()));
        var rule = Assert.Single(Blocks(tutorial, "csharp"));
        var steps = Blocks(tutorial, "bash");
        Assert.Equal(6, steps.Length);
        var folder = Directory.CreateTempSubdirectory("market-maker-tutorial-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "restless.csx"), rule);
            await Follow(steps, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Follow(string[] steps, string folder)
    {
        var tried = Assert.Single(await Run(steps[0], folder));
        Assert.True(tried.GetProperty("accepted").GetBoolean());

        var chosen = await Run(steps[1], folder);
        Assert.Equal(3, chosen.Length);
        var first = chosen[0].Text("version");
        Assert.Equal(
            [("width", "0.001"), ("lean", "0.001")],
            chosen[1].GetProperty("parameters").EnumerateArray().Select(
                parameter => (parameter.Text("name"), parameter.Text("value"))));
        await api.Client.WaitFor(Pair, state => Levels(state) == 1);

        var set = await Run(steps[2], folder);
        Assert.Equal("0.004", set[0].GetProperty("parameters")[0].Text("value"));
        Assert.Equal(400, set[1].GetProperty("status").GetInt32());
        Assert.True(set[1].GetProperty("errors").TryGetProperty("parameters.width", out _));

        var activated = Assert.Single(await Run(steps[3], folder));
        Assert.NotEqual(first, activated.Text("active"));
        await api.Client.WaitFor(
            Pair, state => Status(state).Text("strategyVersion") == activated.Text("active"));

        var broken = Assert.Single(await Run(steps[4], folder));
        Assert.Equal(400, broken.GetProperty("status").GetInt32());
        Assert.Equal("CS1002", broken.GetProperty("diagnostics")[0].Text("id"));

        var back = await Run(steps[5], folder);
        Assert.Equal(first, back[0].Text("active"));
        Assert.Equal("house-ladder", back[1].Text("strategy"));
        await api.Client.WaitFor(Pair, state => Levels(state) > 1);
    }

    private static JsonElement Status(JsonElement state) => state.GetProperty("status");

    private static int Levels(JsonElement state) =>
        Status(state).GetProperty("bids").GetArrayLength();

    /// <summary>Runs a step with the shell that a reader would use.</summary>
    /// <returns>The answers, one for each request that prints one.</returns>
    private async Task<JsonElement[]> Run(string step, string folder)
    {
        var commands = step
            .Replace("localhost:8080", api.Client.BaseAddress!.Authority, StringComparison.Ordinal)
            .Replace("curl ", "curl -w '\\n' ", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", commands])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true,
        };
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, output);
        return
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line)),
        ];
    }

    private static string Section(string document)
    {
        var from = document.IndexOf("## A rule in ten minutes", StringComparison.Ordinal);
        var to = document.IndexOf("\n## ", from, StringComparison.Ordinal);
        return document[from..to];
    }

    private static string[] Blocks(string text, string language) =>
    [
        .. Fences().Matches(text)
            .Where(match => match.Groups["language"].Value == language)
            .Select(match => match.Groups["text"].Value),
    ];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    private static string Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MarketMakerOrleans.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "docs", "STRATEGIES.md");
    }
}
