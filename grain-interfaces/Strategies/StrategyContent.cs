using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>What a version of a rule consists of.</summary>
/// <param name="Source">The script.</param>
/// <param name="Image">The signed assembly; empty when there is none.</param>
/// <param name="Diagnostics">What the compiler said.</param>
[GenerateSerializer, Immutable, Alias("StrategyContent")]
public sealed record StrategyContent(
    [property: Id(0)] string Source,
    [property: Id(1)] byte[] Image,
    [property: Id(2)] StrategyDiagnostic[] Diagnostics);
