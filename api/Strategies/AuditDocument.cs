using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.Strategies;

/// <summary>A line of a rule's audit.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Who">The operator; "product" for what happened by itself.</param>
/// <param name="What">What was done.</param>
/// <param name="Version">To which version.</param>
/// <param name="Pairs">On which pairs; empty for all that use the rule.</param>
/// <param name="Why">The reason that was given, or what failed.</param>
public sealed record AuditDocument(
    long Number,
    DateTimeOffset At,
    string Who,
    StrategyStep What,
    string Version,
    IReadOnlyList<string> Pairs,
    string Why)
{
    internal static AuditDocument From(StrategyAuditEntry entry) =>
        new(
            entry.Number,
            entry.At.ToDateTimeOffset(),
            entry.Who,
            entry.What,
            entry.Version,
            entry.Pairs,
            entry.Why);
}
