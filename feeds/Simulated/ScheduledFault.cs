namespace MarketMaker.Feeds.Simulated;

/// <summary>A fault with its time.</summary>
/// <param name="Fault">What happens.</param>
/// <param name="After">How long after the venue's start.</param>
/// <param name="For">How long it lasts; null for good. A moment has none.</param>
public readonly record struct ScheduledFault(Fault Fault, TimeSpan After, TimeSpan? For);
