using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MarketMaker.Bench.Running;

namespace MarketMaker.Bench.Feeds.Stalling;

/// <summary>Shows what a stalled consumer does to memory, prices and counts.</summary>
internal static class StalledCommand
{
    private const long FlatBytes = 64 * 1024;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create(TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var frames = FeedsBench.Number("--frames", 15_000, 2, 10_000_000, "Frames in all");
        var pace = FeedsBench.Number(
            "--per-second", 1_500, 0, 1_000_000, "Frames a second; 0 is as fast as can be");
        var command = new Command("stalled", "A busy symbol, and a consumer that stalls.")
        {
            json, frames, pace,
        };
        command.SetAction(async (arguments, cancel) =>
        {
            var result = await new StalledRun().RunAsync(
                arguments.GetValue(frames), arguments.GetValue(pace), cancel);
            await output.WriteLineAsync(
                arguments.GetValue(json) ? JsonSerializer.Serialize(result, _json) : Text(result));
            return result is { ConflatedExactly: true, UsesNewest: true }
                && result.HeapGrowthBytes < FlatBytes ? 0 : 1;
        });
        return command;
    }

    private static string Text(StallResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {Conditions.Line}
        one symbol, a consumer that takes the first price and stalls

        frames            {result.Frames,12:N0}
        frames a second   {result.FramesPerSecond,12:N0}
        conflated         {result.Conflated,12:N0}
        counted exactly   {(result.ConflatedExactly ? "yes" : "NO"),12}
        newest is used    {(result.UsesNewest ? "yes" : "NO"),12}
        heap grew by, B   {result.HeapGrowthBytes,12:N0}
        """);
}
