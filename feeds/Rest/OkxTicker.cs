namespace MarketMaker.Feeds.Rest;

/// <summary>An entry of <c>GET /api/v5/market/ticker</c>, as far as it is used.</summary>
internal sealed record OkxTicker(string InstId, string BidPx, string AskPx);
