using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.MarketData;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Grains.MarketData;

/// <inheritdoc cref="IMarketFeed"/>
public sealed class MarketFeed(
    IGrainFactory grains,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<MarketFeed> logger) : IMarketFeed
{
    private readonly ConcurrentDictionary<PairId, FollowedMarket> _markets = new();
    private int _followers;

    /// <inheritdoc/>
    public bool TryFollow(PairId pair, [NotNullWhen(true)] out IMarketFollower? follower)
    {
        follower = null;
        if (Interlocked.Increment(ref _followers) <= IMarketFeed.MaxFollowers)
            follower = _markets.GetOrAdd(pair, Open).Join(Leave);
        if (follower is null)
            Leave();
        return follower is not null;
    }

    private void Leave() => Interlocked.Decrement(ref _followers);

    private FollowedMarket Open(PairId pair) =>
        new(
            pair,
            grains.GetGrain<IMatchingEngineGrain>(pair.ToString()),
            time,
            logger,
            lifetime.ApplicationStopping);
}
