using System.Collections.Immutable;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grains.State;

/// <summary>What a quoting rule keeps. Replaced as a whole, never changed in place.</summary>
[GenerateSerializer, Immutable, Alias("StrategyState")]
public sealed record StrategyState
{
    /// <summary>What was uploaded last; null while the version that ships is in force.</summary>
    [Id(0)]
    public StrategyVersion? Uploaded { get; init; }

    /// <summary>The pairs that use the rule.</summary>
    [Id(1)]
    public ImmutableHashSet<string> Pairs { get; init; } = [];
}
