namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What became of an upload.</summary>
/// <param name="Accepted">Whether the new version is in force; if not, the old one still is.
/// </param>
/// <param name="Version">The uploaded source's content hash.</param>
/// <param name="Diagnostics">What the compiler said.</param>
[GenerateSerializer, Immutable, Alias("StrategyReply")]
public sealed record StrategyReply(
    [property: Id(0)] bool Accepted,
    [property: Id(1)] string Version,
    [property: Id(2)] IReadOnlyList<StrategyDiagnostic> Diagnostics);
