using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Backtests;

/// <summary>The first tick that a rule failed on.</summary>
/// <param name="At">When.</param>
/// <param name="What">What it did.</param>
public sealed record FirstFault(Instant At, string What);
