using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds;
using MarketMaker.Feeds.Binance;
using Microsoft.Extensions.Logging;

namespace MarketMaker.BinanceNet;

/// <summary>What the lines bring together: each price once, in the order of its update id, and the
/// health of each source. Any thread may call; the sink hears one call at a time.</summary>
internal sealed class PriceBoard(
    BinanceFeedOptions options, IVenueQuoteSink sink, TimeProvider time, ILogger logger)
{
    /// <summary>So many crossed prices in a row cost the lines their lives.</summary>
    private const int MostCrossed = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, BoardSymbol> _symbols = new(StringComparer.Ordinal);
    private long _frames;
    private long _quotes;
    private long _crossed;
    private long _repeats;
    private long _refusals;
    private long _errors;
    private long _reconnects;
    private long _lastAt;
    private bool _isConnected;
    private bool _isSick;
    private string? _lastError;

    /// <summary>The symbols that are followed.</summary>
    public IReadOnlyCollection<string> Symbols
    {
        get
        {
            lock (_lock)
                return [.. _symbols.Keys];
        }
    }

    /// <summary>Follows a source.</summary>
    public void Follow(Instrument instrument)
    {
        lock (_lock)
        {
            Unfollow(instrument.Pair, instrument.Source);
            if (!_symbols.TryGetValue(instrument.Symbol, out var symbol))
                _symbols[instrument.Symbol] = symbol = new BoardSymbol(time.GetTimestamp());
            symbol.Followers.Add(instrument);
            if (symbol.Told == SourceReason.Connecting)
                return;
            sink.OnHealth(instrument.Pair, instrument.Source, new SourceHealth(symbol.Told));
        }
    }

    /// <summary>Follows a source no longer.</summary>
    public bool Unfollow(PairId pair, int source)
    {
        lock (_lock)
        {
            var removed = _symbols.Values.Sum(symbol =>
                symbol.Followers.RemoveAll(x => x.Pair == pair && x.Source == source));
            foreach (var (name, _) in _symbols.Where(x => x.Value.Followers.Count == 0).ToList())
                _symbols.Remove(name);
            return removed > 0;
        }
    }

    /// <summary>A line brought a price.</summary>
    public void OnPrice(
        string name, long updateId, decimal bid, decimal bidSize, decimal ask, decimal askSize)
    {
        var arrivedAt = time.GetTimestamp();
        lock (_lock)
        {
            _frames++;
            _lastAt = arrivedAt;
            if (!_symbols.TryGetValue(name, out var symbol))
                return;
            if (updateId <= symbol.LastUpdateId)
            {
                _repeats++;
                return;
            }
            symbol.LastUpdateId = updateId;
            symbol.LastAt = arrivedAt;
            if (bid <= 0 || bid >= ask)
            {
                _crossed++;
                symbol.CrossedInARow++;
                _isSick |= symbol.CrossedInARow % MostCrossed == 0;
                return;
            }
            symbol.CrossedInARow = 0;
            Tell(symbol, SourceReason.Ok);
            foreach (var follower in symbol.Followers)
            {
                var quote = Read(follower.Spec, bid, bidSize, ask, askSize);
                if (!quote.IsTradable)
                    continue;
                _quotes++;
                sink.OnQuote(follower.Pair, follower.Source, in quote, arrivedAt);
            }
        }
    }

    /// <summary>The venue refused a symbol.</summary>
    public void OnRefusal(string name)
    {
        lock (_lock)
        {
            _refusals++;
            if (_symbols.TryGetValue(name, out var symbol) && symbol.LastAt is null)
                Tell(symbol, SourceReason.Rejected);
        }
    }

    /// <summary>The library has opened a connection anew.</summary>
    public void OnReconnect() => Interlocked.Increment(ref _reconnects);

    /// <summary>A handler failed.</summary>
    public void OnHandlerError(string name, Exception error)
    {
        Interlocked.Increment(ref _errors);
        logger.LogError(error, "The sink failed on {Symbol}", name);
    }

    /// <summary>Whether prices are crossed, again and again, since this was asked last: which line
    /// brings them is not known.</summary>
    public bool TakeSickness()
    {
        lock (_lock)
        {
            var isSick = _isSick;
            _isSick = false;
            return isSick;
        }
    }

    /// <summary>Tells of what did not come.</summary>
    public void Check(bool isConnected)
    {
        lock (_lock)
        {
            if (_isConnected && !isConnected)
                _lastError = "no line is connected";
            _isConnected = isConnected;
            foreach (var symbol in _symbols.Values)
                Tell(symbol, ReasonOf(symbol));
        }
    }

    /// <summary>The counters now.</summary>
    /// <param name="clients">How many clients were made.</param>
    /// <param name="successions">How many gave way to a successor.</param>
    public FeedStatistics Snapshot(long clients, long successions)
    {
        lock (_lock)
        {
            var connects = clients + Interlocked.Read(ref _reconnects);
            return new FeedStatistics
            {
                Connected = _isConnected,
                Followed = _symbols.Values.Sum(symbol => symbol.Followers.Count),
                Connects = connects,
                Attempts = connects,
                Successions = successions,
                Frames = _frames,
                Bytes = 0,
                Quotes = _quotes,
                Heartbeats = 0,
                Malformed = 0,
                Crossed = _crossed,
                StaleIds = 0,
                Repeats = _repeats,
                Ignored = 0,
                Refusals = _refusals,
                SinkErrors = Interlocked.Read(ref _errors),
                LastError = _lastError,
                LastFrameAt = _frames == 0
                    ? null
                    : time.GetUtcNow() - time.GetElapsedTime(_lastAt),
            };
        }
    }

    private SourceReason ReasonOf(BoardSymbol symbol)
    {
        var isYoung = time.GetElapsedTime(symbol.AskedAt) < options.FirstTickDeadline;
        if (symbol.LastAt is not { } last)
        {
            return isYoung ? SourceReason.Connecting
                : symbol.Told == SourceReason.Rejected ? SourceReason.Rejected
                : _isConnected ? SourceReason.NoFirstTick
                : SourceReason.LineDown;
        }
        return !_isConnected ? SourceReason.LineDown
            : time.GetElapsedTime(last) >= options.SymbolSilence ? SourceReason.Silent
            : symbol.CrossedInARow >= MostCrossed ? SourceReason.Crossed
            : SourceReason.Ok;
    }

    private void Tell(BoardSymbol symbol, SourceReason reason)
    {
        if (symbol.Told == reason)
            return;
        symbol.Told = reason;
        // The library calls a refusal a success: one that brings nothing is counted as refused.
        _refusals += reason == SourceReason.NoFirstTick ? 1 : 0;
        foreach (var follower in symbol.Followers)
            sink.OnHealth(follower.Pair, follower.Source, new SourceHealth(reason));
    }

    /// <summary>The bid down to a tick, the ask up, the sizes down to a lot; no quote if a number
    /// passes 64 bits.</summary>
    private static VenueQuote Read(
        PairSpec spec, decimal bid, decimal bidSize, decimal ask, decimal askSize)
    {
        const decimal most = long.MaxValue;
        var low = decimal.Floor(bid / spec.TickSize);
        var high = decimal.Ceiling(ask / spec.TickSize);
        var bidLots = decimal.Floor(bidSize / spec.LotSize);
        var askLots = decimal.Floor(askSize / spec.LotSize);
        return high > most || bidLots > most || askLots > most || bidSize < 0 || askSize < 0
            ? default
            : new VenueQuote(
                new Price((long)low), new Quantity((long)bidLots),
                new Price((long)high), new Quantity((long)askLots));
    }
}
