using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.GrainInterfaces.MarketData;

/// <summary>One who follows a pair. Disposing of it ends that.</summary>
public interface IMarketFollower : IDisposable
{
    /// <summary>The market, again and again: at once; then whenever it has changed, or when it
    /// has been still for <see cref="IMarketFeed.HeartbeatInterval"/>, the last view once more.
    /// Ends when the silo stops.</summary>
    /// <remarks>One view waits at most: a slow reader sees the newest and misses some before, and
    /// nobody waits for it. Nothing comes while the engine does not answer.</remarks>
    IAsyncEnumerable<MarketView> Views(CancellationToken cancellationToken);
}
