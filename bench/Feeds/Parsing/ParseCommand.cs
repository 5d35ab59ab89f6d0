using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MarketMaker.Bench.Running;

namespace MarketMaker.Bench.Feeds.Parsing;

/// <summary>Measures what reading a frame into ticks and lots costs.</summary>
internal static class ParseCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create(TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var frames = FeedsBench.Number("--frames", 1_000, 10, 1_000_000, "Frames a pass");
        var passes = FeedsBench.Number("--passes", 401, 1, 1_000, "Passes that are timed");
        var command = new Command("parse", "What reading a frame costs, beside System.Text.Json.")
        {
            json, frames, passes,
        };
        command.SetAction(arguments => Run(
            new ParseMeasurement(arguments.GetValue(frames), arguments.GetValue(passes)).Run(),
            arguments.GetValue(json), output));
        return command;
    }

    private static int Run(IReadOnlyList<ParseResult> results, bool isJson, TextWriter output)
    {
        if (!isJson)
        {
            output.WriteLine(Conditions.Line);
            output.WriteLine("bytes of a frame into ticks and lots, median of the passes\n");
            output.WriteLine($"{"frames",-32} {"reader",-18} {"ns/frame",10} {"B/frame",10}");
        }
        foreach (var result in results)
        {
            output.WriteLine(isJson
                ? JsonSerializer.Serialize(result, _json)
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Frames,-32} {result.Reader,-18} {result.NsPerFrame,10:N1} "
                    + $"{result.BytesPerFrame,10:N1}"));
        }
        var areEqual = results.GroupBy(x => x.Frames)
            .All(same => same.Select(x => x.Checksum).Distinct().Count() == 1);
        return areEqual ? 0 : 1;
    }
}
