namespace MarketMaker.Feeds.Rest;

/// <summary>A symbol in <c>exchangeInfo</c>.</summary>
internal sealed record BinanceListing(string Symbol, string Status);
