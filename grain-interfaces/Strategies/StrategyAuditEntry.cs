using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>A line of a rule's audit: who did what, when and why.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Who">The operator, or <see cref="StrategyAct.Product"/>.</param>
/// <param name="What">What.</param>
/// <param name="Version">The version that it happened to.</param>
/// <param name="Pairs">On which pairs; empty for all that use the rule.</param>
/// <param name="Why">The reason that was given, or what failed.</param>
[GenerateSerializer, Immutable, Alias("StrategyAuditEntry")]
public sealed record StrategyAuditEntry(
    [property: Id(0)] long Number,
    [property: Id(1)] Instant At,
    [property: Id(2)] string Who,
    [property: Id(3)] StrategyStep What,
    [property: Id(4)] string Version,
    [property: Id(5)] string[] Pairs,
    [property: Id(6)] string Why);
