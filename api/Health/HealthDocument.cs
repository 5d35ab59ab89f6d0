namespace MarketMaker.Api.Health;

/// <summary>How the host is.</summary>
/// <param name="Status">live, or ready.</param>
/// <param name="Explanation">Why, in a line; null where there is nothing to say.</param>
public sealed record HealthDocument(string Status, string? Explanation);
