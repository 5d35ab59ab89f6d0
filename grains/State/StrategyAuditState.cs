using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Grains.State;

/// <summary>A page of a rule's audit. Replaced as a whole, never changed in place.</summary>
[GenerateSerializer, Immutable, Alias("StrategyAuditState")]
public sealed record StrategyAuditState
{
    /// <summary>Its lines, oldest first.</summary>
    [Id(0)]
    public StrategyAuditEntry[] Lines { get; init; } = [];
}
