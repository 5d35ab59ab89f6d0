using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MarketMaker.Silo.Tests;

/// <summary>The replay of tapes: a recorded one, and small ones that are broken on purpose.
/// </summary>
public sealed class ReplayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TapeFact]
    public async Task The_recorded_minute_is_made_without_a_gap_while_the_rule_is_swapped()
    {
        var result = await Command.Run(
            "replay", Repository.Tape, "--speed", "real", "--swap-every", "1s", "--json");
        var summary = JsonNode.Parse(result.Output)!;

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            (16_942, 0, 0, 0, 0),
            (Count(summary, "framesRead"), Count(summary, "malformedFrames"),
                Count(summary, "missedTicks"), Count(summary, "crossedBooks"),
                Count(summary, "selfTrades")));
        Assert.Equal(["BTC-USDT", "ETH-USDT"], Pairs(summary, pair => (string)pair["pair"]!));
        Assert.Equal([1, 1], Pairs(summary, pair => (double)pair["twoSidedShare"]!));
        Assert.All(
            Pairs(summary, pair => pair).Zip([3264L, 1356]),
            made => AssertTaken(made.First, trades: made.Second));
        Assert.Equal([0, 0], Pairs(summary, Residual));
        Assert.All(Pairs(summary, pair => (double)pair["maxSpreadBps"]!), spread =>
            Assert.InRange(spread, 0, 10));
        Assert.All(Pairs(summary, pair => (int)pair["minLevels"]!), levels =>
            Assert.InRange(levels, 5, 10));
    }

    [TapeFact]
    public async Task One_pair_can_be_chosen_and_the_flow_scaled()
    {
        var result = await Command.Run(
            "replay", Repository.Tape, "--speed", "max", "--pairs", "ETH-USDT",
            "--flow-scale", "0", "--json");
        var summary = JsonNode.Parse(result.Output)!;

        Assert.Equal(["ETH-USDT"], Pairs(summary, pair => (string)pair["pair"]!));
        Assert.Equal([0L], Pairs(summary, pair => (long)pair["fills"]!));
        Assert.Equal(16_942, Count(summary, "framesRead"));
        Assert.Equal(0, Count(summary, "missedTicks"));
    }

    [Fact]
    public async Task A_tape_that_breaks_off_in_mid_line_is_played_to_there_and_reported()
    {
        var tape = _folder.File("cut.jsonl", Lines(50) + "170000005100000000 {\"stream\":\"btcu");

        var result = await Command.Run("replay", tape, "--json");
        var summary = JsonNode.Parse(result.Output)!;

        Assert.Equal(0, result.ExitCode);
        Assert.Equal((51, 1), (Count(summary, "framesRead"), Count(summary, "malformedFrames")));
        Assert.Contains("line 51", result.Error, StringComparison.Ordinal);
        Assert.Equal([0], Pairs(summary, Residual));
    }

    [Fact]
    public async Task Malformed_frames_are_counted_and_nothing_else_stops()
    {
        var text = Lines(20)
            + "170000005100000000 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":\"x\"}}\n"
            + "170000005100000001 this is no json\n"
            + "no time stamp\n"
            + Lines(20, from: 21);

        var result = await Command.Run("replay", _folder.File("sick.jsonl", text), "--json");
        var summary = JsonNode.Parse(result.Output)!;

        Assert.Equal(0, result.ExitCode);
        Assert.Equal((43, 3), (Count(summary, "framesRead"), Count(summary, "malformedFrames")));
        Assert.Equal(0, Count(summary, "missedTicks"));
        Assert.Equal([1], Pairs(summary, pair => (double)pair["twoSidedShare"]!));
    }

    [Fact]
    public async Task The_table_says_the_same_as_the_object()
    {
        var result = await Command.Run("replay", _folder.File("tape.jsonl", Lines(30)));

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"frames read +30\n", result.Output);
        Assert.Matches(@"two-sided share +1\n", result.Output);
        Assert.Matches(@"P&L residual +0\n", result.Output);
    }

    [Theory]
    [InlineData("FILE", "nowhere.jsonl")]
    [InlineData("--speed", "tape.jsonl", "--speed", "warp")]
    [InlineData("--pairs", "tape.jsonl", "--pairs", "BTC")]
    [InlineData("DOGE-USDT", "tape.jsonl", "--pairs", "DOGE-USDT")]
    [InlineData("--flow-scale", "tape.jsonl", "--flow-scale", "-1")]
    [InlineData("--swap-every", "tape.jsonl", "--swap-every", "0s")]
    public async Task Wrong_arguments_are_named(string named, string file, params string[] more)
    {
        _folder.File("tape.jsonl", Lines(1));

        var result = await Command.Run(["replay", Path.Combine(_folder.Path, file), .. more]);

        Assert.Equal(1, result.ExitCode);
        var expected = named == "FILE" ? file : named;
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    private static string Lines(int count, int from = 1)
    {
        var text = new StringBuilder();
        for (var id = from; id < from + count; id++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"17000000{id:00}00000000 {{\"stream\":\"btcusdt@bookTicker\",\"data\":");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{{\"u\":{id},\"s\":\"BTCUSDT\",\"b\":\"61{id:000}.00\",\"B\":\"1\",");
            text.Append(
                CultureInfo.InvariantCulture,
                $"\"a\":\"61{id:000}.01\",\"A\":\"1\"}}}}\n");
        }
        return text.ToString();
    }

    private static long Count(JsonNode summary, string key) => summary[key]!.GetValue<long>();

    private static IEnumerable<T> Pairs<T>(JsonNode summary, Func<JsonNode, T> select) =>
        summary["pairs"]!.AsArray().Select(pair => select(pair!));

    /// <summary>Every trade of the tape has found a quote, unless the maker had to pause: a machine
    /// that is too slow for a minute a minute hears prices too late.</summary>
    private static void AssertTaken(JsonNode pair, long trades)
    {
        var fills = (long)pair["fills"]!;
        var hasPaused = pair["excuses"]!.AsArray().Any(
            excuse => (string)excuse!["reason"]! != "starting");
        Assert.InRange(fills, hasPaused ? 1 : trades, trades);
    }

    private static decimal Residual(JsonNode pair) => decimal.Parse(
        pair["pnl"]!["residual"]!.GetValue<string>(), CultureInfo.InvariantCulture);
}
