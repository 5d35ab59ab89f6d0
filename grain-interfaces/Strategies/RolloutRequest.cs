namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>Asks to put a version in force.</summary>
/// <param name="Version">Its content hash.</param>
/// <param name="Mode">How far.</param>
/// <param name="Pairs">Where, for canary and shadow; without meaning for active.</param>
/// <param name="Act">Who asks, and why.</param>
[GenerateSerializer, Immutable, Alias("RolloutRequest")]
public sealed record RolloutRequest(
    [property: Id(0)] string Version,
    [property: Id(1)] RolloutMode Mode,
    [property: Id(2)] string[] Pairs,
    [property: Id(3)] StrategyAct Act);
