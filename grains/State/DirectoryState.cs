using System.Collections.Immutable;

namespace MarketMaker.Grains.State;

/// <summary>What a directory keeps. Replaced as a whole, never changed in place.</summary>
[GenerateSerializer, Immutable, Alias("DirectoryState")]
public sealed record DirectoryState
{
    /// <summary>The names.</summary>
    [Id(0)]
    public ImmutableHashSet<string> Names { get; init; } = [];
}
