using System.Collections.Immutable;
using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Grains.LifeCycle;

/// <summary>A version, and how far it shall be in force.</summary>
/// <param name="Version">The content hash.</param>
/// <param name="Mode">How far.</param>
/// <param name="Pairs">Where, for canary and shadow.</param>
[GenerateSerializer, Immutable, Alias("Rollout")]
public sealed record Rollout(
    [property: Id(0)] string Version,
    [property: Id(1)] RolloutMode Mode,
    [property: Id(2)] ImmutableSortedSet<string> Pairs)
{
    /// <summary>The same without a pair; null when no pair is left.</summary>
    internal Rollout? Without(string pair)
    {
        var pairs = Pairs.Remove(pair);
        return pairs.IsEmpty ? null : pairs == Pairs ? this : this with { Pairs = pairs };
    }

    internal RolloutView ToView() => new(Version, Mode, [.. Pairs]);
}
