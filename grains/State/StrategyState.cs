using System.Collections.Immutable;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.LifeCycle;

namespace MarketMaker.Grains.State;

/// <summary>A quoting rule's life: its versions and which of them is in force where. Replaced as a
/// whole, never changed in place.</summary>
/// <remarks>Which version a pair quotes is a function, <see cref="RuleOn"/>: two at once cannot be
/// said.</remarks>
[GenerateSerializer, Immutable, Alias("StrategyState")]
public sealed record StrategyState
{
    /// <summary>What an earlier program kept: the source in force. Null once it has been taken
    /// over.</summary>
    [Id(0)]
    public StrategyVersion? Uploaded { get; init; }

    /// <summary>The pairs that use the rule.</summary>
    [Id(1)]
    public ImmutableHashSet<string> Pairs { get; init; } = [];

    /// <summary>The versions, oldest first.</summary>
    [Id(2)]
    public ImmutableList<VersionEntry> Versions { get; init; } = [];

    /// <summary>The version in force; null if there is none.</summary>
    [Id(3)]
    public string? Active { get; init; }

    /// <summary>What was in force before, latest first.</summary>
    [Id(4)]
    public ImmutableList<string> Predecessors { get; init; } = [];

    /// <summary>What some pairs quote instead.</summary>
    [Id(5)]
    public Rollout? Canary { get; init; }

    /// <summary>What runs in the shadow.</summary>
    [Id(6)]
    public Rollout? Shadow { get; init; }

    /// <summary>What waits for a second person's approval.</summary>
    [Id(7)]
    public Rollout? Awaiting { get; init; }

    /// <summary>Rises with each change of what is in force anywhere.</summary>
    [Id(8)]
    public long Epoch { get; init; }

    /// <summary>The latest lines of the audit, oldest first; <see cref="RuleAudit"/> has those
    /// before.</summary>
    [Id(9)]
    public ImmutableList<StrategyAuditEntry> Audit { get; init; } = [];

    /// <summary>Whether the last change asked for state cells as they were before; it holds for
    /// the makers that hear of this epoch.</summary>
    [Id(10)]
    public bool IsStrict { get; init; }

    /// <summary>The version that a pair quotes; null if none is in force.</summary>
    internal string? RuleOn(string pair) =>
        Canary is { } canary && canary.Pairs.Contains(pair) ? canary.Version : Active;

    /// <summary>What a pair's maker goes back to by itself; null if there is nothing.</summary>
    internal string? FallbackOn(string pair) =>
        RuleOn(pair) != Active ? Active
        : Predecessors.Find(version => Find(version) is { BadBecause: null });

    /// <summary>The version that runs in a pair's shadow; null if none does.</summary>
    internal string? ShadowOn(string pair) =>
        Shadow is { } shadow && shadow.Pairs.Contains(pair) ? shadow.Version : null;

    internal VersionEntry? Find(string version) =>
        Versions.Find(entry => entry.Version == version);

    internal VersionStatus StatusOf(VersionEntry entry) =>
        entry.BadBecause is not null ? VersionStatus.Bad
        : !entry.Accepted ? VersionStatus.Rejected
        : entry.Version == Active ? VersionStatus.Active
        : entry.Version == Canary?.Version ? VersionStatus.Canary
        : entry.Version == Shadow?.Version ? VersionStatus.Shadow
        : VersionStatus.Accepted;

    internal StrategyView ToView(string name) =>
        new(
            name,
            Epoch,
            Active,
            Predecessors.Count > 0 ? Predecessors[0] : null,
            Canary?.ToView(),
            Shadow?.ToView(),
            Awaiting?.ToView(),
            [.. Pairs.Order(StringComparer.Ordinal)]);
}
