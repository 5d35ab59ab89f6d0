namespace MarketMaker.Api;

/// <summary>Whether the host can take traffic.</summary>
/// <param name="IsReady">The silo is active, and every pair that starts with it has a ladder or
/// an excuse for having none.</param>
/// <param name="Explanation">What is there, or what is missing, in a line.</param>
public sealed record Readiness(bool IsReady, string Explanation);
