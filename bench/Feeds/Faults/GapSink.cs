using System.Collections.Concurrent;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds;

namespace MarketMaker.Bench.Feeds.Faults;

/// <summary>Keeps how long a pair was without a quote, and what was told of every pair.</summary>
internal sealed class GapSink(PairId watched, TimeProvider time) : IVenueQuoteSink
{
    private readonly ConcurrentDictionary<(PairId, SourceReason), bool> _told = new();
    private readonly ConcurrentDictionary<PairId, SourceReason> _now = new();
    private readonly Lock _lock = new();
    private long _lastAt;
    private TimeSpan _longest;
    private long _quotes;

    /// <summary>Quotes of the watched pair so far.</summary>
    public long Quotes => Interlocked.Read(ref _quotes);

    /// <summary>The longest time without a quote of the watched pair since it was last begun anew,
    /// the time since the last one included.</summary>
    public TimeSpan Longest
    {
        get
        {
            lock (_lock)
            {
                var open = time.GetElapsedTime(_lastAt);
                return open > _longest ? open : _longest;
            }
        }
    }

    /// <summary>Begins anew.</summary>
    public void Begin()
    {
        _told.Clear();
        lock (_lock)
            _longest = TimeSpan.Zero;
    }

    /// <summary>Whether a pair was told to be something since the beginning.</summary>
    public bool WasTold(PairId pair, SourceReason reason) => _told.ContainsKey((pair, reason));

    /// <summary>Whether a pair is well now.</summary>
    public bool IsWell(PairId pair) => _now.GetValueOrDefault(pair) == SourceReason.Ok;

    public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt)
    {
        if (pair != watched)
            return;
        lock (_lock)
        {
            var gap = _lastAt == 0 ? TimeSpan.Zero : time.GetElapsedTime(_lastAt, arrivedAt);
            _longest = gap > _longest ? gap : _longest;
            _lastAt = arrivedAt;
        }
        Interlocked.Increment(ref _quotes);
    }

    public void OnHeartbeat(PairId pair, int source, long arrivedAt)
    {
    }

    public void OnHealth(PairId pair, int source, SourceHealth health)
    {
        _told[(pair, health.Reason)] = true;
        _now[pair] = health.Reason;
    }
}
