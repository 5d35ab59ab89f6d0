using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What became of an upload.</summary>
/// <param name="Accepted">Whether the version can be put in force.</param>
/// <param name="Version">The uploaded source's content hash.</param>
/// <param name="Diagnostics">What the compiler said.</param>
/// <param name="Status">Where the version stands now; what a dry run stored is nothing, and it
/// says where the version would stand.</param>
/// <param name="Refusal">Why the source was not taken at all, or
/// <see cref="StrategyRefusal.None"/>.</param>
/// <param name="Detail">The refusal, for people.</param>
[GenerateSerializer, Immutable, Alias("StrategyReply")]
public sealed record StrategyReply(
    [property: Id(0)] bool Accepted,
    [property: Id(1)] string Version,
    [property: Id(2)] StrategyDiagnostic[] Diagnostics,
    [property: Id(3)] VersionStatus Status,
    [property: Id(4)] StrategyRefusal Refusal,
    [property: Id(5)] string Detail);
