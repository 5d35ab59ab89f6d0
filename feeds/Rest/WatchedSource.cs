using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Rest;

/// <summary>What the socket and the REST answers say of one source. Any thread may call.</summary>
internal sealed class WatchedSource(PairId pair, int source, IVenueQuoteSink sink)
{
    private readonly Lock _quoteLock = new();
    private readonly Lock _healthLock = new();
    private VenueQuote _quote;
    private SourceHealth _adapter;
    private SourceReason? _rest;
    private SourceReason _told = SourceReason.Connecting;

    /// <summary>The socket's last quote; null if none has come.</summary>
    public VenueQuote? LastQuote
    {
        get
        {
            lock (_quoteLock)
                return _quote.IsTradable ? _quote : null;
        }
    }

    /// <summary>The socket brought a quote.</summary>
    public void Note(in VenueQuote quote)
    {
        lock (_quoteLock)
            _quote = quote;
    }

    /// <summary>The adapter says how the source is.</summary>
    public void SetAdapter(SourceHealth health)
    {
        lock (_healthLock)
        {
            _adapter = health;
            Tell(health.Lag);
        }
    }

    /// <summary>The REST answers say what is the matter with it; null if nothing is.</summary>
    /// <returns>Whether that is news.</returns>
    public bool SetRest(SourceReason? reason)
    {
        lock (_healthLock)
        {
            if (_rest == reason)
                return false;
            _rest = reason;
            Tell(_adapter.Lag);
            return true;
        }
    }

    /// <summary>Tells the first reason in the order of precedence, if it is another one than
    /// before. A source that is only being connected gives way to what is known of it.</summary>
    private void Tell(TimeSpan? lag)
    {
        var reason = _rest is { } rest
            && (rest < _adapter.Reason || _adapter.Reason == SourceReason.Connecting)
                ? rest
                : _adapter.Reason;
        if (reason == _told)
            return;
        _told = reason;
        sink.OnHealth(pair, source, new SourceHealth(reason, lag));
    }
}
