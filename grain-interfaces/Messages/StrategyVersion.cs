using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>A quoting rule as it is in force.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="Version">Its content hash.</param>
/// <param name="Source">The script.</param>
/// <param name="UploadedAt">When it came into force; <c>default</c> for one that ships.</param>
[GenerateSerializer, Immutable, Alias("StrategyVersion")]
public sealed record StrategyVersion(
    [property: Id(0)] string Name,
    [property: Id(1)] string Version,
    [property: Id(2)] string Source,
    [property: Id(3)] Instant UploadedAt)
{
    /// <summary>The signed assembly; empty when there is none and the source must be compiled.
    /// </summary>
    [Id(4)]
    public byte[] Image { get; init; } = [];
}
