using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.MarketData;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Grains.MarketData;

/// <summary>Looks at a pair's engine for all who follow it: the engine's work does not grow with
/// them, and there is none when nobody follows.</summary>
internal sealed class FollowedMarket(
    PairId pair,
    IMatchingEngineGrain engine,
    TimeProvider time,
    ILogger logger,
    CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private readonly HashSet<MarketFollower> _followers = [];
    private MarketView? _last;
    private long _offeredAt;
    private bool _isLooking;
    private bool _isSilent;

    /// <summary>Lets a follower in.</summary>
    /// <param name="left">Is called when it leaves.</param>
    /// <returns>Null when the silo is stopping.</returns>
    public MarketFollower? Join(Action left)
    {
        lock (_gate)
        {
            if (stopping.IsCancellationRequested)
                return null;
            var follower = new MarketFollower(leaving =>
            {
                Leave(leaving);
                left();
            });
            _followers.Add(follower);
            if (_last is not null)
                follower.Offer(_last);
            if (!_isLooking)
            {
                _isLooking = true;
                _ = Task.Run(KeepLooking);
            }
            return follower;
        }
    }

    private void Leave(MarketFollower follower)
    {
        lock (_gate)
            _followers.Remove(follower);
    }

    /// <summary>Runs from the first follower's arrival until there is none; never throws.
    /// </summary>
    private async Task KeepLooking()
    {
        using var timer = new PeriodicTimer(IMarketFeed.LookInterval, time);
        while (HasFollowers())
        {
            await Look();
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private bool HasFollowers()
    {
        lock (_gate)
        {
            if (stopping.IsCancellationRequested)
            {
                foreach (var follower in _followers)
                    follower.End();
            }
            else if (_followers.Count > 0)
                return true;
            _isLooking = false;
            _last = null;
            return false;
        }
    }

    private async Task Look()
    {
        try
        {
            var known = _last;
            var view = await engine.GetMarketView(
                known?.Depth.Sequence ?? 0, known?.LastFill ?? 0);
            var isStill = time.GetElapsedTime(_offeredAt) >= IMarketFeed.HeartbeatInterval;
            if (view is not null || isStill)
                Offer(view ?? known!);
            _isSilent = false;
        }
        catch (Exception error)
        {
            // Followers see that nothing comes; the next look tries again. Said once a silence.
            if (!_isSilent && !stopping.IsCancellationRequested)
                logger.LogWarning(error, "{Pair} does not answer its market data", pair);
            _isSilent = true;
        }
    }

    private void Offer(MarketView view)
    {
        lock (_gate)
        {
            _last = view;
            _offeredAt = time.GetTimestamp();
            foreach (var follower in _followers)
                follower.Offer(view);
        }
    }
}
