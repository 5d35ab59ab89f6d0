namespace MarketMaker.Engine.Market;

/// <summary>How well a maker met its obligations over a time.</summary>
/// <param name="Obliged">How long it had to quote: excused time is not in it.</param>
/// <param name="TwoSided">How long of that it quoted both sides.</param>
/// <param name="Excused">How long it did not have to, by reason.</param>
/// <param name="MeanSpreadPartsPerBillion">Of its own best prices, by time, while two-sided.
/// </param>
/// <param name="MaxSpreadPartsPerBillion">The widest at any moment.</param>
/// <param name="MinLevels">The fewest levels on a side at any moment that was not excused.</param>
public sealed record ObligationsReport(
    TimeSpan Obliged,
    TimeSpan TwoSided,
    IReadOnlyDictionary<PauseReason, TimeSpan> Excused,
    long MeanSpreadPartsPerBillion,
    long MaxSpreadPartsPerBillion,
    int MinLevels);
