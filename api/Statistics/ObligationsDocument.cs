using MarketMaker.Api.Json;
using MarketMaker.Engine.Market;

namespace MarketMaker.Api.Statistics;

/// <summary>How well a maker has met its obligations since the silo's start.</summary>
/// <param name="TwoSidedShare">How much of the obliged time it quoted both sides, 0 to 1; null
/// before any.</param>
/// <param name="ObligedSeconds">How long it had to quote: excused time is not in it.</param>
/// <param name="Excuses">How long it did not have to, by reason.</param>
/// <param name="MeanSpreadBps">Of its own best prices, by time, while two-sided.</param>
/// <param name="MaxSpreadBps">The widest at any moment.</param>
/// <param name="MinLevels">The fewest levels on a side at any moment that was not excused.
/// </param>
public sealed record ObligationsDocument(
    decimal? TwoSidedShare,
    decimal ObligedSeconds,
    IReadOnlyList<ExcuseDocument> Excuses,
    decimal MeanSpreadBps,
    decimal MaxSpreadBps,
    int MinLevels)
{
    internal static ObligationsDocument From(ObligationsReport report) =>
        new(
            report.Obliged > TimeSpan.Zero
                ? decimal.Round((decimal)report.TwoSided.Ticks / report.Obliged.Ticks, 6)
                : null,
            Seconds(report.Obliged),
            [
                .. report.Excused.OrderBy(excuse => excuse.Key)
                    .Select(excuse => new ExcuseDocument(excuse.Key, Seconds(excuse.Value))),
            ],
            Fractions.BasisPoints(report.MeanSpreadPartsPerBillion / 1_000_000_000m),
            Fractions.BasisPoints(report.MaxSpreadPartsPerBillion / 1_000_000_000m),
            report.MinLevels);

    private static decimal Seconds(TimeSpan time) =>
        (decimal)time.Ticks / TimeSpan.TicksPerSecond;
}
