namespace MarketMaker.Feeds.Rest;

/// <summary>An entry of <c>GET /api/v5/public/instruments</c>, as far as it is used.</summary>
internal sealed record OkxListing(string InstId, string State);
