using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MarketMaker.Strategies.Library;

namespace MarketMaker.Bench.Reference.Pol;

/// <summary>Replays the crash of 2025-10-10 and prints when nothing was quoted, and why.</summary>
internal static class PolCommand
{
    private const string Rule = "house-ladder";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var file = new Option<FileInfo?>("--file")
        {
            Description = $"The table; {PolTable.File} beside the project if it is not given.",
        };
        var json = new Option<bool>("--json") { Description = "One object a line." };
        var command = new Command("pol", "The crash of POL on 2025-10-10, from two venues.")
        {
            file, json,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(file)?.FullName ?? PolTable.Find(), arguments.GetValue(json),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string? path, bool isJson, CancellationToken cancellation)
    {
        if (path is null || !File.Exists(path))
        {
            await Console.Error.WriteLineAsync(
                $"The recorded table {path ?? PolTable.File} is not on this machine.");
            return 1;
        }
        var prepared = await new RuleLibrary().PrepareAsync(
            Rule, BuiltInScripts.Sources[Rule], cancellation);
        var outcome = new PolReplay(prepared.CreateRule()).Run(PolTable.Read(path));
        var lines = isJson ? Objects(outcome) : Table(outcome);
        await Console.Out.WriteLineAsync(string.Join('\n', lines));
        return 0;
    }

    private static IEnumerable<string> Objects(PolOutcome outcome)
    {
        foreach (var summary in SpellSummary.Of(outcome.Pauses))
            yield return JsonSerializer.Serialize(summary, _json);
        yield return JsonSerializer.Serialize(
            new
            {
                outcome.Prints,
                QuotedSeconds = outcome.Quoted.TotalSeconds,
                AloneSeconds = outcome.Alone.TotalSeconds,
                outcome.Returns,
                outcome.WidestSeenBps,
                outcome.WidestAveragedBps,
                OldestQuotedOnSeconds = outcome.OldestQuotedOn.TotalSeconds,
                outcome.Doubted,
                LongestLockOutSeconds = outcome.LongestLockOut.TotalSeconds,
                outcome.WithoutReason,
            },
            _json);
    }

    private static IEnumerable<string> Table(PolOutcome outcome)
    {
        var paused = outcome.Pauses.Sum(pause => pause.Length.TotalSeconds);
        yield return Text($"prices told                    {outcome.Prints,12:N0}");
        yield return Text($"quoted, s                      {outcome.Quoted.TotalSeconds,12:N2}");
        yield return Text($"  on one source alone, s       {outcome.Alone.TotalSeconds,12:N2}");
        yield return Text($"paused, s                      {paused,12:N2}");
        yield return Text($"quotes came back, times        {outcome.Returns,12:N0}");
        yield return Text($"furthest apart, bps            {outcome.WidestSeenBps,12:N1}");
        yield return Text($"furthest apart averaged, bps   {outcome.WidestAveragedBps,12:N1}");
        yield return Text(
            $"oldest price quoted on, s      {outcome.OldestQuotedOn.TotalSeconds,12:N2}");
        yield return Text($"prices doubted, Binance        {outcome.Doubted[0],12:N0}");
        yield return Text($"prices doubted, Coinbase       {outcome.Doubted[1],12:N0}");
        yield return Text(
            $"longest lock-out by a jump, s  {outcome.LongestLockOut.TotalSeconds,12:N2}");
        yield return Text($"decisions without a reason     {outcome.WithoutReason,12:N0}");
        yield return "";
        yield return Text($"{"pause",-18}{"spells",8}{"s",12}{"median, s",12}{"longest, s",12}");
        foreach (var one in SpellSummary.Of(outcome.Pauses))
        {
            yield return Text(
                $"{one.Reason,-18}{one.Spells,8}{one.Seconds,12:N2}{one.MedianSeconds,12:N2}")
                + Text($"{one.LongestSeconds,12:N2}");
        }
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
