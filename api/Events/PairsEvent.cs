namespace MarketMaker.Api.Events;

/// <summary>All pairs that have a maker, at a moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Simulation">What of this host is simulated, in a line; null when nothing is.
/// </param>
/// <param name="Pairs">By name.</param>
public sealed record PairsEvent(
    DateTimeOffset At, string? Simulation, IReadOnlyList<PairEvent> Pairs);
