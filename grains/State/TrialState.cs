using MarketMaker.Engine.Units;

namespace MarketMaker.Grains.State;

/// <summary>What a pair's guards measure the version in force from.</summary>
/// <param name="Position">The position when it came into force.</param>
/// <param name="Best">The best net profit since then.</param>
[GenerateSerializer, Immutable, Alias("TrialState")]
public sealed record TrialState(
    [property: Id(0)] Quantity Position,
    [property: Id(1)] HalfNotional Best);
