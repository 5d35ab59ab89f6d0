namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>A maker has left a version by itself, for faults in a row or because a guard tripped.
/// </summary>
/// <param name="Pair">Whose maker it is.</param>
/// <param name="Version">The version that it left.</param>
/// <param name="Reason">What happened.</param>
[GenerateSerializer, Immutable, Alias("RuleFailure")]
public sealed record RuleFailure(
    [property: Id(0)] string Pair,
    [property: Id(1)] string Version,
    [property: Id(2)] string Reason);
