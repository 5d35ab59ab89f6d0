using System.Text.Json;
using MarketMaker.Bench.Feeds;

namespace MarketMaker.Bench.Tests;

/// <summary>The program that measures feeds, on runs that are as short as can be.</summary>
public sealed class FeedsBenchTests
{
    [Theory]
    [InlineData("binance")]
    [InlineData("okx")]
    public async Task A_fault_is_an_object_a_line(string adapter)
    {
        var (exitCode, output) = await Run(
            "faults", "--json", "--adapter", adapter, "--only", "reset", "shutdown");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["reset True True", "shutdown True True"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
            {
                using var json = JsonDocument.Parse(line);
                var row = json.RootElement;
                Assert.Equal(adapter, row.GetProperty("adapter").GetString());
                Assert.InRange(row.GetProperty("gapMs").GetDouble(), 0.1, double.MaxValue);
                return $"{row.GetProperty("fault").GetString()} "
                    + $"{row.GetProperty("detected").GetBoolean()} "
                    + $"{row.GetProperty("recovered").GetBoolean()}";
            }));
    }

    [Fact]
    public async Task Both_readers_read_the_same_prices_and_this_one_allocates_nothing()
    {
        var (exitCode, output) = await Run("parse", "--json", "--frames", "50", "--passes", "3");

        Assert.Equal(0, exitCode);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, rows.Length);
        foreach (var row in rows.Where(x => x.Contains("this adapter", StringComparison.Ordinal)))
            Assert.Contains("\"bytesPerFrame\":0,", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stalled_consumer_gets_the_newest_price_and_an_exact_count()
    {
        var (exitCode, output) = await Run(
            "stalled", "--json", "--frames", "3000", "--per-second", "0");

        Assert.Equal(0, exitCode);
        Assert.Contains(
            "\"conflated\":2998,\"conflatedExactly\":true,\"usesNewest\":true", output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--frames must be from 2", "stalled", "--frames", "1")]
    [InlineData("nonsense", "faults", "--only", "nonsense")]
    public async Task Bad_input_is_named(string words, params string[] arguments)
    {
        var (exitCode, output) = await Run(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> Run(params string[] arguments) =>
        BenchProgram.Run(typeof(FeedsBench), arguments);
}
