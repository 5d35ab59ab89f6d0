using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MarketMaker.Silo.Tests;

/// <summary>The README's commands do what it says.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string _readme =
        File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_two_commands_stand_in_the_first_forty_lines()
    {
        var head = string.Join('\n', _readme.Split('\n').Take(40));

        Assert.Contains("\n$ dotnet run --project silo\n", head, StringComparison.Ordinal);
        Assert.Contains("\n$ dotnet test\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_requests_are_answered_by_what_dotnet_run_starts()
    {
        using var storage = new TemporaryFolder();
        await using var silo = await SiloProcess.Start(storage.Path);
        var requests = Requests().Matches(_readme).Select(match => match.Value[2..]).ToList();

        var answers = new List<JsonNode>();
        foreach (var request in requests)
            answers.Add(await Send(request, silo.Http.BaseAddress!.Authority));

        Assert.True(requests.Count >= 4);
        Assert.All(answers, answer => Assert.True(
            answer["status"] is not { } status || status.GetValue<int>() == 400,
            answer.ToJsonString()));
        Assert.Single(answers, answer => answer["status"] is not null);
    }

    /// <summary>A command with its continued lines.</summary>
    [GeneratedRegex(@"^\$ curl (?:.*\\\n)*.*$", RegexOptions.Multiline)]
    private static partial Regex Requests();

    private static async Task<JsonNode> Send(string request, string authority)
    {
        var command = request.Replace("localhost:8080", authority, StringComparison.Ordinal);
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", $"{command} -sS"])
        {
            RedirectStandardOutput = true,
        })!;
        var answer = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return JsonNode.Parse(answer)!;
    }
}
