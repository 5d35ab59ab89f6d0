namespace MarketMaker.Feeds.Rest;

/// <summary>A request to a venue.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Weight">What the venue counts for it.</param>
internal readonly record struct RestCall(string Path, int Weight);
