using System.Globalization;
using System.Text.Json;
using MarketMaker.Api.Json;
using MarketMaker.Feeds.Tapes;
using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Silo.Strategies;

/// <summary>Prints a backtest: as one JSON object, or as a table a pair for people.</summary>
internal static class BacktestPrinter
{
    private const int VersionShown = 12;

    public static async Task WarnOfDamage(TapeReading reading)
    {
        foreach (var damage in reading.FirstDamages)
            await Console.Error.WriteLineAsync(damage.ToString());
        if (reading.Damaged > reading.FirstDamages.Count)
        {
            await Console.Error.WriteLineAsync(
                $"{reading.Damaged} damaged lines in all were skipped.");
        }
        if (reading.EndedEarly is { } early)
            await Console.Error.WriteLineAsync($"{early}; the tape was read up to there.");
    }

    public static async Task Print(
        BacktestOptions options, IReadOnlyList<ComparisonView> pairs, TapeReading reading)
    {
        if (!options.AsJson)
        {
            await Console.Out.WriteLineAsync(string.Join('\n', pairs.SelectMany(Lines)));
            return;
        }
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonSetup.Apply(json);
        await Console.Out.WriteLineAsync(
            JsonSerializer.Serialize(BacktestReport.Of(options, reading, pairs), json));
    }

    private static IEnumerable<string> Lines(ComparisonView pair)
    {
        var (candidate, current) = (pair.Candidate, pair.Current);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.Pair}: {candidate.From:u} to {candidate.To:u}, {candidate.Ticks:#,0} prices, "
            + $"{candidate.CustomerCommands:#,0} customers' orders");
        yield return Row("", "candidate", current is null ? "" : "current",
            current is null ? "" : "difference");
        yield return Row("rule", candidate.Rule, current?.Rule);
        yield return Row(
            "version", candidate.Version[..VersionShown], current?.Version[..VersionShown]);
        foreach (var (name, figure) in Figures)
        {
            yield return Row(
                name, Text(figure(candidate.Figures)), Text(current?.Figures, figure),
                Text(pair.Difference, figure));
        }
        var reasons = candidate.Excuses.Concat(current?.Excuses ?? [])
            .Select(excuse => excuse.Reason).Distinct().Order();
        foreach (var reason in reasons)
        {
            yield return Row(
                $"  {reason}, s", Text(Excused(candidate)), Text(current, Excused),
                Text(current, view => Excused(candidate) - Excused(view)));

            decimal Excused(QuotingView view) => view.Excuses
                .Where(excuse => excuse.Reason == reason).Sum(excuse => excuse.Seconds);
        }
        for (var at = 0; at < candidate.Markouts.Length; at++)
        {
            var index = at;
            yield return Row(
                $"gain after {candidate.Markouts[at].Seconds:0} s", Text(Gain(candidate)),
                Text(current, Gain), Text(current, view => Gain(candidate) - Gain(view)));

            decimal Gain(QuotingView view) => view.Markouts[index].Gain;
        }
        yield return Row("hash of the run", candidate.Hash, current?.Hash);
        if (candidate.FirstFault is { } fault)
            yield return $"the candidate first failed at {candidate.FirstFaultAt:u}: {fault}";
        if (current?.FirstFault is { } other)
            yield return $"the current rule first failed at {current.FirstFaultAt:u}: {other}";
        yield return "";
    }

    private static readonly (string Name, Func<QuotingFigures, decimal> Figure)[] Figures =
    [
        ("P&L spread", one => one.Spread),
        ("P&L inventory", one => one.Inventory),
        ("P&L realised", one => one.Realised),
        ("P&L unrealised", one => one.Unrealised),
        ("fees", one => one.Fees),
        ("P&L net", one => one.Net),
        ("P&L residual", one => one.Residual),
        ("fills", one => one.Fills),
        ("volume", one => one.Volume),
        ("turnover", one => one.Turnover),
        ("inventory", one => one.Position),
        ("worst inventory", one => one.WorstInventory),
        ("mean spread, bps", one => one.MeanSpreadBps),
        ("max spread, bps", one => one.MaxSpreadBps),
        ("requotes", one => one.Requotes),
        ("orders kept", one => one.OrdersKept),
        ("orders amended", one => one.OrdersAmended),
        ("orders placed", one => one.OrdersPlaced),
        ("orders cancelled", one => one.OrdersCancelled),
        ("ladders refused", one => one.RefusedLadders),
        ("ladders pulled", one => one.PulledLadders),
        ("rule faults", one => one.RuleFaults),
        ("two-sided share", one => one.TwoSidedShare),
        ("compliant share", one => one.CompliantShare),
        ("excused, s", one => one.ExcusedSeconds),
    ];

    private static string Text<T>(T? view, Func<T, decimal> figure)
        where T : class =>
        view is null ? "" : Text(figure(view));

    private static string Text(decimal figure) =>
        figure.ToString("#,0.########", CultureInfo.InvariantCulture);

    private static string Row(
        string name, string candidate, string? current = "", string? difference = "") =>
        $"{name,-24}{candidate,22}{current,22}{difference,22}".TrimEnd();
}
