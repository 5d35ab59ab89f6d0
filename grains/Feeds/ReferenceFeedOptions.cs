using MarketMaker.Feeds.Binance;

namespace MarketMaker.Grains.Feeds;

/// <summary>Where this silo's reference prices come from.</summary>
/// <param name="Binance">The connection.</param>
/// <param name="Source">What people are told of it; says so when the prices are simulated.</param>
public sealed record ReferenceFeedOptions(BinanceFeedOptions Binance, string Source);
