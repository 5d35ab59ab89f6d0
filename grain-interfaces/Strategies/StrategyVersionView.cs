using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>A version of a rule, without its source.</summary>
/// <param name="Version">Its content hash.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="UploadedAt">When it came in.</param>
/// <param name="UploadedBy">Who uploaded it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Ships">Whether it came with the product.</param>
/// <param name="BadBecause">Why it may not be put in force again; null if it may.</param>
[GenerateSerializer, Immutable, Alias("StrategyVersionView")]
public sealed record StrategyVersionView(
    [property: Id(0)] string Version,
    [property: Id(1)] VersionStatus Status,
    [property: Id(2)] Instant UploadedAt,
    [property: Id(3)] string UploadedBy,
    [property: Id(4)] string Reason,
    [property: Id(5)] bool Ships,
    [property: Id(6)] string? BadBecause);
