using System.Text.Json;
using MarketMaker.Bench.Strategies.Ticks;
using MarketMaker.Strategies.Library;

namespace MarketMaker.Bench.Tests;

/// <summary>The program that measures quoting rules, on runs that are as short as can be.</summary>
public sealed class StrategiesBenchTests
{
    [Fact]
    public async Task A_tick_of_each_rule_is_timed_as_a_script_and_as_code_of_the_host()
    {
        var (exitCode, output) = await Run("ticks", "--ticks", "100", "--passes", "1", "--json");

        Assert.Equal(0, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToArray();
        Assert.Equal(
            BuiltInScripts.Sources.Keys.Order()
                .SelectMany(name => new[] { (name, "script"), (name, "host") }),
            lines.Select(line => (
                line.GetProperty("script").GetString()!,
                line.GetProperty("variant").GetString()!)));
        string[] fields =
            ["script", "variant", "nsMedian", "nsMin", "nsMax", "bytesPerTick", "ratio"];
        Assert.All(lines, line => Assert.Equal(
            fields, line.EnumerateObject().Select(property => property.Name)));
        Assert.All(lines, line => Assert.True(line.GetProperty("nsMedian").GetDouble() >= 0));
    }

    [Fact]
    public async Task Swaps_lose_no_tick_no_quote_and_leave_nothing_behind()
    {
        var (exitCode, output) = await Run(
            "swaps", "--swaps", "10", "--rate", "50", "--rest", "1", "--json");

        Assert.True(exitCode == 0, output);
        var measured = JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            [10, 0, 0, 0, 0],
            new[] { "swaps", "missedTicks", "withoutQuotesNs", "ruleFaults", "contextsAlive" }
                .Select(key => measured.GetProperty(key).GetInt64()));
        Assert.True(measured.GetProperty("ticks").GetInt64() > 0);
        Assert.True(measured.GetProperty("tickP99Ratio").GetDouble() > 0);
        Assert.True(measured.GetProperty("residentRatio").GetDouble() > 0);
    }

    [Fact]
    public async Task A_rollout_reaches_every_pair_of_both_silos()
    {
        var (exitCode, output) = await Run(
            "rollout", "--pairs", "4", "--silos", "2", "--rounds", "1", "--json");

        Assert.True(exitCode == 0, output);
        var measured = JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            [2, 4, 4, 0],
            new[] { "silos", "pairs", "pairsOnNewVersion", "missedTicks" }
                .Select(key => measured.GetProperty(key).GetInt64()));
        Assert.True(
            measured.GetProperty("totalMs").GetDouble()
            >= measured.GetProperty("activateMs").GetDouble());
    }

    [Fact]
    public async Task A_number_out_of_range_is_named()
    {
        var (exitCode, output) = await Run("ticks", "--passes", "0");

        Assert.Equal(1, exitCode);
        Assert.Contains("--passes must be from 1 to 1000", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> Run(params string[] arguments) =>
        BenchProgram.Run(typeof(ITickRule), arguments);
}
