namespace MarketMaker.Feeds.Rest;

/// <summary>An entry of <c>GET /api/v3/ticker/bookTicker</c>, as far as it is used.</summary>
internal sealed record BinanceTicker(string Symbol, string BidPrice, string AskPrice);
