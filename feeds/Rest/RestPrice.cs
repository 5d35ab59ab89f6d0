namespace MarketMaker.Feeds.Rest;

/// <summary>A symbol's best prices, as a venue wrote them.</summary>
/// <param name="Symbol">The venue's name.</param>
/// <param name="Bid">The best bid, in the quote asset.</param>
/// <param name="Ask">The best offer.</param>
internal readonly record struct RestPrice(string Symbol, string Bid, string Ask);
