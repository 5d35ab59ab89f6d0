using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>The price of a source that may be used.</summary>
/// <param name="Source">Its number.</param>
/// <param name="Mark">Its price.</param>
/// <param name="Weight">How much it counts, 1 to <see cref="SourcePlan.MaxWeight"/>.</param>
/// <param name="Size">What is wanted and offered at its best prices together.</param>
public readonly record struct LiveMark(int Source, Mark Mark, int Weight, Quantity Size);
