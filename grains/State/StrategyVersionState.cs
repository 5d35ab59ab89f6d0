using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Grains.State;

/// <summary>What is kept of a version of a rule. Replaced as a whole, never changed in place.
/// </summary>
[GenerateSerializer, Immutable, Alias("StrategyVersionState")]
public sealed record StrategyVersionState
{
    /// <summary>The contents; null if there are none.</summary>
    [Id(0)]
    public StrategyContent? Content { get; init; }

    /// <summary>The latest backtest; null if there was none.</summary>
    [Id(1)]
    public BacktestView? Backtest { get; init; }

    /// <summary>How it did in the shadow, by pair; the latest at the end.</summary>
    [Id(2)]
    public ShadowView[] Shadows { get; init; } = [];
}
