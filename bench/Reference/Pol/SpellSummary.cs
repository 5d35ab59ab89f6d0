using MarketMaker.Engine.Market;

namespace MarketMaker.Bench.Reference.Pol;

/// <summary>The pauses of one reason together; its members are the JSON's keys.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Spells">How many.</param>
/// <param name="Seconds">How long together.</param>
/// <param name="MedianSeconds">How long the middle one.</param>
/// <param name="LongestSeconds">How long the longest.</param>
internal sealed record SpellSummary(
    PauseReason Reason, int Spells, double Seconds, double MedianSeconds, double LongestSeconds)
{
    /// <summary>One for each reason, the longest first.</summary>
    public static IReadOnlyList<SpellSummary> Of(IEnumerable<PauseSpell> pauses) =>
    [
        .. pauses.GroupBy(pause => pause.Reason, pause => pause.Length.TotalSeconds)
            .Select(Of)
            .OrderByDescending(summary => summary.Seconds),
    ];

    private static SpellSummary Of(IGrouping<PauseReason, double> lengths)
    {
        double[] sorted = [.. lengths.Order()];
        return new SpellSummary(
            lengths.Key, sorted.Length, sorted.Sum(), sorted[sorted.Length / 2], sorted[^1]);
    }
}
