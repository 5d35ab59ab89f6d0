using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.Strategies;

/// <summary>A version of a rule on what was recorded of a pair.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Status">How far it is.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Comparison">The version, the one that the pair quoted by, and the difference; null
/// without a report.</param>
/// <param name="Remark">Why there is no report, or what was wrong with the recording.</param>
public sealed record BacktestDocument(
    string Pair,
    BacktestStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    ComparisonView? Comparison,
    string? Remark)
{
    internal static BacktestDocument From(BacktestView view) =>
        new(
            view.Pair,
            view.Status,
            view.StartedAt.ToDateTimeOffset(),
            view.EndedAt?.ToDateTimeOffset(),
            view.Comparison,
            view.Remark);
}
