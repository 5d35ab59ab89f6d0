namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>A version in the shadow of the one in force, on one pair: both on a ghost of the market
/// with the same prices and customers.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Version">The version in the shadow.</param>
/// <param name="Comparison">How both did since they last began; null before the market is known.
/// </param>
/// <param name="Beginnings">How often both began from the market as it was.</param>
/// <param name="Divergences">How many customers' commands were accepted in the shadow's market and
/// refused in the real one, or the other way round.</param>
/// <param name="LastLoss">Why they last began anew; null if they did not.</param>
[GenerateSerializer, Immutable, Alias("ShadowView")]
public sealed record ShadowView(
    [property: Id(0)] string Pair,
    [property: Id(1)] string Version,
    [property: Id(2)] ComparisonView? Comparison,
    [property: Id(3)] long Beginnings,
    [property: Id(4)] long Divergences,
    [property: Id(5)] string? LastLoss);
