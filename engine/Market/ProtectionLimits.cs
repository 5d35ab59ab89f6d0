using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>When a maker must not quote.</summary>
/// <param name="MaxMove">The largest move between two references that is quoted through.</param>
/// <param name="Pause">How long quotes stay away after a larger one.</param>
/// <param name="MaxAge">How old a reference may be.</param>
public readonly record struct ProtectionLimits(Ratio MaxMove, TimeSpan Pause, TimeSpan MaxAge);
