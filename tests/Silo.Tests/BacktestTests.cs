using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MarketMaker.Silo.Tests;

/// <summary>The command that tries a rule on recorded prices.</summary>
public sealed class BacktestTests : IDisposable
{
    private const string Wide = """
        void OnTick(in Tick t, Quotes q)
        {
            q.Bid(t.Mid * 0.99, 20);
            q.Ask(t.Mid * 1.01, 20);
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TapeFact]
    public async Task The_recorded_minute_gives_the_same_report_bit_for_bit()
    {
        string[] args =
        [
            "strategy", "backtest", HouseLadder, "--tape", Repository.Tape, "--json",
        ];

        var (first, second) = (await Command.Run(args), await Command.Run(args));
        var report = JsonNode.Parse(first.Output)!;

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Equal(first.Output, second.Output);
        Assert.Equal((16_942, 0), (
            report["linesRead"]!.GetValue<int>(), report["damagedLines"]!.GetValue<int>()));
        // As many as when the whole process replays the tape.
        Assert.Equal([3264L, 1356], Figures(report, "fills", figure => figure.GetValue<long>()));
        Assert.Equal(["0", "0"], Figures(report, "residual", Text));
        Assert.Equal(["1", "1"], Figures(report, "twoSidedShare", Text));
    }

    [Fact]
    public async Task Two_rules_are_compared_figure_by_figure_and_the_table_is_readable()
    {
        var rule = _folder.File("wide.csx", Wide);
        var tape = _folder.File("tape.jsonl", Lines(40));

        var table = await Command.Run(
            "strategy", "backtest", rule, "--tape", tape, "--against", "house-ladder");
        var json = await Command.Run(
            "strategy", "backtest", rule, "--tape", tape, "--against", HouseLadder, "--json");
        var pair = JsonNode.Parse(json.Output)!["pairs"]![0]!;

        Assert.Equal((0, 0), (table.ExitCode, json.ExitCode));
        Assert.Matches(@"rule +wide +house-ladder\n", table.Output);
        Assert.Matches(@"max spread, bps +199\.\d+ +9\.9\d+ +189\.\d+\n", table.Output);
        Assert.Matches(@"P&L residual +0 +0 +0\n", table.Output);
        foreach (var figure in new[] { "spread", "net", "volume", "meanSpreadBps" })
        {
            Assert.Equal(
                Number(pair["candidate"]!["figures"]![figure]!)
                    - Number(pair["current"]!["figures"]![figure]!),
                Number(pair["difference"]![figure]!));
        }
        Assert.Equal("BTC-USDT", (string)pair["pair"]!);
    }

    [Fact]
    public async Task A_rejected_rule_ends_with_1_and_the_place_of_each_error()
    {
        var rule = _folder.File(
            "broken.csx", "void OnTick(in Tick t, Quotes q)\n{\n    q.Bid(t.Mid, 1)\n}\n");
        var tape = _folder.File("tape.jsonl", Lines(1));

        var result = await Command.Run("strategy", "backtest", rule, "--tape", tape);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"{rule}(3,20): error CS1002: ; expected\n", result.Output);
    }

    [Fact]
    public async Task Damage_is_named_with_file_and_line_and_the_rest_is_tried()
    {
        var tape = _folder.File("sick.jsonl", Lines(5) + "no stamp\n" + Lines(5, from: 6));

        var result = await Command.Run(
            "strategy", "backtest", HouseLadder, "--tape", tape, "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal($"{tape}(6): expected '<local ns> <json>'\n", result.Error);
        Assert.Equal(1, JsonNode.Parse(result.Output)!["damagedLines"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("--tape")]
    [InlineData("nowhere.jsonl", "--tape", "nowhere.jsonl")]
    [InlineData("empty.jsonl", "--tape", "empty.jsonl")]
    [InlineData("--pair", "--tape", "tape.jsonl", "--pair", "BTC")]
    [InlineData("DOGE-USDT", "--tape", "tape.jsonl", "--pair", "DOGE-USDT")]
    [InlineData("--against", "--tape", "tape.jsonl", "--against", "no-such-rule")]
    public async Task Wrong_arguments_end_with_2_and_are_named(string named, params string[] more)
    {
        _folder.File("tape.jsonl", Lines(1));
        _folder.File("empty.jsonl", "");
        var args = more.Select(one => one.EndsWith(".jsonl", StringComparison.Ordinal)
            ? Path.Combine(_folder.Path, one)
            : one);

        var result = await Command.Run(["strategy", "backtest", HouseLadder, .. args]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }

    private static string HouseLadder =>
        Path.Combine(Repository.Root, "strategies", "scripts", "house-ladder.csx");

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

    private static IEnumerable<T> Figures<T>(
        JsonNode report, string figure, Func<JsonNode, T> select) =>
        report["pairs"]!.AsArray().Select(pair => select(pair!["candidate"]!["figures"]![figure]!));

    private static string Text(JsonNode figure) => figure.GetValue<string>();

    private static decimal Number(JsonNode figure) =>
        decimal.Parse(Text(figure), CultureInfo.InvariantCulture);
}
