using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>What fills had gained a while after they were made, before fees.</summary>
/// <param name="Horizon">How long after.</param>
/// <param name="Fills">How many fills are so old.</param>
/// <param name="Gain">Σ side × quantity × (reference then − price). What it lacks of the spread
/// that was captured is adverse selection.</param>
public readonly record struct Markout(TimeSpan Horizon, long Fills, HalfNotional Gain);
