using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>What was traded in five minutes.</summary>
/// <param name="Period">Which five minutes, counted from 1970.</param>
/// <param name="Quantity">Base asset.</param>
/// <param name="Notional">Quote asset.</param>
public readonly record struct VolumeBucket(long Period, Quantity Quantity, Notional Notional);
