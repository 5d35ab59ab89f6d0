using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>A version of a rule on what was recorded of a pair.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Status">How far it is.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Comparison">The version and the one that the pair quoted by; null without a report.
/// </param>
/// <param name="Remark">Why there is no report, or what was wrong with the recording; null if
/// nothing was.</param>
[GenerateSerializer, Immutable, Alias("BacktestView")]
public sealed record BacktestView(
    [property: Id(0)] string Pair,
    [property: Id(1)] BacktestStatus Status,
    [property: Id(2)] Instant StartedAt,
    [property: Id(3)] Instant? EndedAt,
    [property: Id(4)] ComparisonView? Comparison,
    [property: Id(5)] string? Remark);
