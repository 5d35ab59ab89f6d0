namespace MarketMaker.Grains.State;

/// <summary>A quoting rule, as a pair is configured with it.</summary>
/// <param name="Strategy">Its name.</param>
/// <param name="Parameters">Its parameters.</param>
[GenerateSerializer, Immutable, Alias("RuleChoice")]
public sealed record RuleChoice(
    [property: Id(0)] string Strategy,
    [property: Id(1)] IReadOnlyDictionary<string, decimal> Parameters);
