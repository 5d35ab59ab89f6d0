namespace MarketMaker.Feeds.Rest;

/// <summary>The answer of <c>GET /api/v3/exchangeInfo</c>, as far as it is used.</summary>
internal sealed record BinanceExchangeInfo(IReadOnlyList<BinanceListing> Symbols);
