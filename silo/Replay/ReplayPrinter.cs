using System.Globalization;
using System.Text.Json;
using MarketMaker.Api.Json;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Silo.Replay;

/// <summary>Prints a summary: as one JSON object, or as tables for people.</summary>
internal static class ReplayPrinter
{
    public static async Task Print(
        ReplayOptions options,
        ReplaySummary summary,
        TapeReport tape,
        TapeFlow flow,
        int swaps)
    {
        await WarnOfDamage(options, tape);
        if (options.AsJson)
        {
            var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
            JsonSetup.Apply(json);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(summary, json));
            return;
        }
        await Console.Out.WriteLineAsync(string.Join('\n', Lines(summary, flow, swaps)));
    }

    private static async Task WarnOfDamage(ReplayOptions options, TapeReport tape)
    {
        if (tape.MalformedLines > 0)
        {
            await Console.Error.WriteLineAsync(
                $"{options.File}: {tape.MalformedLines} malformed lines were skipped, the first: "
                + string.Join(", ", tape.FirstMalformedLines));
        }
        if (tape.EndedEarly is { } reason)
            await Console.Error.WriteLineAsync($"{options.File} ended early: {reason}");
    }

    private static IEnumerable<string> Lines(ReplaySummary summary, TapeFlow flow, int swaps)
    {
        yield return Row("frames read", summary.FramesRead);
        yield return Row("malformed frames", summary.MalformedFrames);
        yield return Row("ticks delivered", summary.TicksDelivered);
        yield return Row("ticks conflated", summary.TicksConflated);
        yield return Row("ticks missed", summary.MissedTicks);
        yield return Row("requotes", summary.Requotes);
        yield return Row("orders kept", summary.Orders.Kept);
        yield return Row("orders amended", summary.Orders.Amended);
        yield return Row("orders placed", summary.Orders.Placed);
        yield return Row("orders cancelled", summary.Orders.Cancelled);
        yield return Row("crossed books", summary.CrossedBooks);
        yield return Row("self-trades", summary.SelfTrades);
        yield return Row("rule swaps", swaps);
        yield return Row("customers' orders", flow.Orders);
        yield return Row("  not filled whole", flow.Unfilled);
        yield return Row("latency p50, us", summary.LatencyUs.P50);
        yield return Row("latency p99, us", summary.LatencyUs.P99);
        yield return Row("latency p99.9, us", summary.LatencyUs.P999);
        yield return Row("latency max, us", summary.LatencyUs.Max);
        foreach (var pair in summary.Pairs)
        {
            yield return "";
            foreach (var line in Lines(pair))
                yield return line;
        }
    }

    private static IEnumerable<string> Lines(PairSummary pair)
    {
        yield return pair.Pair;
        yield return Row("ticks", pair.Ticks);
        yield return Row("requotes", pair.Requotes);
        yield return Row("two-sided share", pair.TwoSidedShare);
        yield return Row("excused, s", pair.ExcusedSeconds);
        foreach (var excuse in pair.Excuses)
            yield return Row($"  {excuse.Reason}", excuse.Seconds);
        yield return Row("max spread, bps", pair.MaxSpreadBps);
        yield return Row("mean spread, bps", pair.MeanSpreadBps);
        yield return Row("fewest levels", pair.MinLevels);
        yield return Row("fills", pair.Fills);
        yield return Row("inventory", pair.Inventory);
        yield return Row("P&L spread", pair.Pnl.Spread);
        yield return Row("P&L inventory", pair.Pnl.Inventory);
        yield return Row("P&L realised", pair.Pnl.Realised);
        yield return Row("P&L unrealised", pair.Pnl.Unrealised);
        yield return Row("fees", pair.Pnl.Fees);
        yield return Row("P&L residual", pair.Pnl.Residual);
    }

    private static string Row<T>(string name, T value)
        where T : IFormattable =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-20} {value,18:#,0.######}");
}
