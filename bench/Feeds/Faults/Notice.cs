using MarketMaker.Engine.Market;
using MarketMaker.Feeds;

namespace MarketMaker.Bench.Feeds.Faults;

/// <summary>What an adapter has shown since a fault began.</summary>
/// <param name="Before">Its counters when it began.</param>
/// <param name="After">Its counters now.</param>
/// <param name="Told">Whether the pair that the fault concerns was told to be something.</param>
internal sealed record Notice(
    FeedStatistics Before, FeedStatistics After, Func<SourceReason, bool> Told)
{
    /// <summary>Whether a connection was opened.</summary>
    public bool Reconnected => After.Connects > Before.Connects;
}
