using MarketMaker.Engine.Units;

namespace MarketMaker.Grains.LifeCycle;

/// <summary>What a rule's life remembers of a version; its source is kept elsewhere.</summary>
/// <param name="Version">The content hash.</param>
/// <param name="Accepted">Whether it can be loaded.</param>
/// <param name="UploadedAt">When it came in.</param>
/// <param name="UploadedBy">Who uploaded it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Ships">Whether it came with the product.</param>
/// <param name="BadBecause">Why it may not be put in force again; null if it may.</param>
[GenerateSerializer, Immutable, Alias("VersionEntry")]
public sealed record VersionEntry(
    [property: Id(0)] string Version,
    [property: Id(1)] bool Accepted,
    [property: Id(2)] Instant UploadedAt,
    [property: Id(3)] string UploadedBy,
    [property: Id(4)] string Reason,
    [property: Id(5)] bool Ships,
    [property: Id(6)] string? BadBecause);
