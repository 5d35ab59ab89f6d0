namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>A source that comes in.</summary>
/// <param name="Source">The script.</param>
/// <param name="Act">Who uploads it, and why.</param>
[GenerateSerializer, Immutable, Alias("StrategyUpload")]
public sealed record StrategyUpload(
    [property: Id(0)] string Source, [property: Id(1)] StrategyAct Act);
