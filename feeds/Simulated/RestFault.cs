namespace MarketMaker.Feeds.Simulated;

/// <summary>With what a simulated venue refuses requests.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="RetryAfter">When to come again; null says nothing.</param>
internal sealed record RestFault(int Status, TimeSpan? RetryAfter);
