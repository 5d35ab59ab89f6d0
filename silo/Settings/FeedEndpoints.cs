namespace MarketMaker.Silo.Settings;

/// <summary>Where reference prices come from.</summary>
/// <param name="Urls">Each venue's address.</param>
/// <param name="Lines">How many connections to each.</param>
/// <param name="Source">What people are told of it.</param>
internal sealed record FeedEndpoints(
    IReadOnlyDictionary<string, Uri> Urls, int Lines, string Source);
