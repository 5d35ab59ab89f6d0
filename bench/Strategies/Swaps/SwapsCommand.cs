using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MarketMaker.Bench.Running;

namespace MarketMaker.Bench.Strategies.Swaps;

/// <summary>Measures what swapping a rule costs the pair that quotes by it.</summary>
internal static class SwapsCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var swaps = new Option<int>("--swaps")
        {
            Description = "How often the rule is swapped.", DefaultValueFactory = _ => 2_000,
        };
        var rate = new Option<int>("--rate")
        {
            Description = "Ticks in a second.", DefaultValueFactory = _ => 1_000,
        };
        var rest = new Option<int>("--rest")
        {
            Description = "Seconds of ticks without swaps.", DefaultValueFactory = _ => 100,
        };
        var every = new Option<int>("--every")
        {
            Description = "Milliseconds from one swap to the next.",
            DefaultValueFactory = _ => 100,
        };
        every.Validators.Add(option => OptionRange.Check(option, 1, 60_000));
        var json = new Option<bool>("--json") { Description = "One object." };
        swaps.Validators.Add(option => OptionRange.Check(option, 10, 100_000));
        rate.Validators.Add(option => OptionRange.Check(option, 10, 1_000));
        rest.Validators.Add(option => OptionRange.Check(option, 1, 3_600));
        var command = new Command("swaps", "What swapping a rule costs a quoting pair.")
        {
            swaps, every, rate, rest, json,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(swaps), TimeSpan.FromMilliseconds(arguments.GetValue(every)),
            arguments.GetValue(rate),
            TimeSpan.FromSeconds(arguments.GetValue(rest)), arguments.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        int swaps,
        TimeSpan every,
        int rate,
        TimeSpan rest,
        bool isJson,
        CancellationToken cancellation)
    {
        var measured = await new SwapRun(rate).Run(swaps, every, rest, cancellation);
        await Console.Out.WriteLineAsync(
            isJson ? JsonSerializer.Serialize(measured, _json) : Table(measured, rate));
        return 0;
    }

    private static string Table(SwapMeasurement x, int rate) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Conditions.Line}
            one pair of 10 levels a side, {rate} ticks a second, {x.Seconds:F1} s of swaps
            in {SwapRun.Blocks} blocks between others without; medians of the blocks

            swaps                  {x.Swaps}
            ticks                  {x.Ticks} ({x.ConflatedTicks} more were overwritten)
            missed ticks           {x.MissedTicks}
            ns without quotes      {x.WithoutQuotesNs}
            rule faults            {x.RuleFaults}
            tick p99, no swaps     {x.TickP99UsWithout:F0} µs
            tick p99, swaps        {x.TickP99UsWith:F0} µs
            ratio                  {x.TickP99Ratio:F2}
            … of the blocks        {x.TickP99RatioMin:F2} to {x.TickP99RatioMax:F2}
            resident, start        {x.ResidentStartMb:F1} MB
            resident, end          {x.ResidentEndMb:F1} MB
            ratio                  {x.ResidentRatio:F3}
            versions loaded        {x.ContextsLoaded}
            contexts left alive    {x.ContextsAlive}
            """);
}
