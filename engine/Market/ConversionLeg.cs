using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>A pair whose price turns one asset into another on the way to the pair's quote asset.
/// </summary>
/// <param name="Feed">The number of its quotes.</param>
/// <param name="Spec">Its ticks, and which two assets they compare.</param>
public sealed record ConversionLeg(int Feed, PairSpec Spec);
