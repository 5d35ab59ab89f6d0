namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>A version on some pairs.</summary>
/// <param name="Version">Its content hash.</param>
/// <param name="Mode">What it does there.</param>
/// <param name="Pairs">Where, by name.</param>
[GenerateSerializer, Immutable, Alias("RolloutView")]
public sealed record RolloutView(
    [property: Id(0)] string Version,
    [property: Id(1)] RolloutMode Mode,
    [property: Id(2)] string[] Pairs);
