using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Recording;

/// <summary>What is kept of a pair's market data.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Since">When the oldest frame was received, by the recorder's wall clock.</param>
/// <param name="Until">When the newest was.</param>
/// <param name="Bytes">How much of the disk it takes, compressed.</param>
public sealed record TapeExtent(
    PairId Pair, DateTimeOffset Since, DateTimeOffset Until, long Bytes);
