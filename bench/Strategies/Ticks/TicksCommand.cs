using System.CommandLine;
using System.Text.Json;
using MarketMaker.Bench.Running;
using MarketMaker.Strategies.Library;

namespace MarketMaker.Bench.Strategies.Ticks;

/// <summary>Measures a tick of each rule that ships, as a script with all its guards and as the
/// same C# compiled into the host.</summary>
internal static class TicksCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var ticks = new Option<int>("--ticks")
        {
            Description = "Ticks in a pass.", DefaultValueFactory = _ => 200_000,
        };
        var passes = new Option<int>("--passes")
        {
            Description = "Measured passes.", DefaultValueFactory = _ => 15,
        };
        var json = new Option<bool>("--json") { Description = "One object a line." };
        ticks.Validators.Add(option => OptionRange.Check(option, 100, 10_000_000));
        passes.Validators.Add(option => OptionRange.Check(option, 1, 1_000));
        var command = new Command("ticks", "What a tick of each rule costs.")
        {
            ticks, passes, json,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(ticks), arguments.GetValue(passes), arguments.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        int ticks, int passes, bool isJson, CancellationToken cancellation)
    {
        var contest = new TickContest(MarketTicks.Make(1_000), ticks, passes);
        var library = new RuleLibrary();
        if (!isJson)
            Head(ticks, passes);
        foreach (var (name, source) in BuiltInScripts.Sources.OrderBy(script => script.Key))
        {
            var prepared = await library.PrepareAsync(name, source, cancellation);
            var measured = contest.Run(prepared.CreateRule(), HostRule.Of(name, source));
            foreach (var measurement in measured)
                Console.WriteLine(isJson ? Json(measurement) : Row(measurement));
        }
        return 0;
    }

    private static void Head(int ticks, int passes) =>
        Console.WriteLine(
            $"""
            {Conditions.Line}
            {MarketTicks.Levels} levels a side, {passes} passes of {ticks:N0} ticks; processor time

            {"rule",-20} {"variant",-8} {"ns/tick (min-max)",-22} {"bytes",6} {"ratio",6}  rule
            """);

    private static string Row(TickMeasurement x) =>
        $"{x.Script,-20} {x.Variant,-8} "
        + $"{$"{x.NsMedian:F1} ({x.NsMin:F1}-{x.NsMax:F1})",-22} {x.BytesPerTick,6:F2} "
        + $"{x.Ratio,6:F2}  {x.RuleNs:F1} ns";

    private static string Json(TickMeasurement x) =>
        JsonSerializer.Serialize(
            x with
            {
                NsMedian = Math.Round(x.NsMedian, 2),
                NsMin = Math.Round(x.NsMin, 2),
                NsMax = Math.Round(x.NsMax, 2),
                BytesPerTick = Math.Round(x.BytesPerTick, 3),
                Ratio = x.Ratio is { } ratio ? Math.Round(ratio, 3) : null,
            },
            _json);
}
