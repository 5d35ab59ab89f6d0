using System.Collections.Immutable;
using MarketMaker.Engine.Market;

namespace MarketMaker.Feeds.Lines;

/// <summary>Where the lines of a venue meet: the first to bring something tells the sink, and what
/// is the matter with each symbol is known here.</summary>
/// <remarks>Thread safe by one lock, under which the sink is called. Allocates nothing while frames
/// are good and what is followed does not change.</remarks>
internal sealed class SymbolBoard(
    VenueFeedOptions options,
    IVenueProtocol protocol,
    FollowedInstruments followed,
    FeedCounters counters,
    VenueListener listener,
    TimeProvider time)
{
    private const int MaxCrossedInARow = 3;

    private readonly Lock _lock = new();
    private readonly LagMeter _lag = new(time);
    private ImmutableList<FollowedInstrument> _seen = [];
    private Dictionary<string, SymbolState> _bySymbol = new(SymbolComparer.Instance);
    private int _openLines;
    private bool _hasFailed;
    private long _provedAt;
    private long _toldProofAt;

    /// <summary>The symbols that a line has to ask for.</summary>
    public IReadOnlyCollection<string> Wanted
    {
        get
        {
            var symbols = followed.Current.Select(x => x.Instrument.Symbol);
            return protocol.Beacon is { } beacon && !followed.Current.IsEmpty
                ? symbols.Append(beacon).Distinct().ToArray()
                : symbols.Distinct().ToArray();
        }
    }

    /// <summary>A line has opened.</summary>
    public void OnOpened()
    {
        lock (_lock)
            _openLines++;
    }

    /// <summary>A line has ended; with the last one all that was known of the symbols is forgotten.
    /// </summary>
    public void OnEnded()
    {
        lock (_lock)
        {
            _hasFailed = true;
            if (--_openLines > 0)
                return;
            Refresh();
            foreach (var symbol in _bySymbol.Values)
                symbol.Forget();
            SweepUnderLock(time.GetTimestamp());
        }
    }

    /// <summary>A line could not be opened.</summary>
    public void OnNotOpened()
    {
        lock (_lock)
        {
            _hasFailed = true;
            SweepUnderLock(time.GetTimestamp());
        }
    }

    /// <summary>A line has asked for symbols.</summary>
    public void OnAsked(IEnumerable<string> symbols)
    {
        lock (_lock)
        {
            Refresh();
            foreach (var symbol in symbols)
            {
                if (_bySymbol.TryGetValue(symbol, out var state))
                    state.AskedAt ??= time.GetTimestamp();
            }
        }
    }

    /// <summary>The venue has refused, or accepted, a symbol.</summary>
    public void OnAnswered(string symbol, bool isRefused)
    {
        lock (_lock)
        {
            Refresh();
            if (_bySymbol.TryGetValue(symbol, out var state))
                state.IsRefused = isRefused;
            SweepUnderLock(time.GetTimestamp());
        }
    }

    /// <summary>A line is known to bring all that is sent, as of a moment.</summary>
    public void OnProof(long arrivedAt)
    {
        lock (_lock)
            _provedAt = Math.Max(_provedAt, arrivedAt);
    }

    /// <summary>Whether every symbol that is well now is among those seen.</summary>
    public bool HasSeenAll(IReadOnlySet<string> seen)
    {
        lock (_lock)
        {
            return _bySymbol.Values.All(
                x => seen.Contains(x.Symbol)
                    || !x.Followers.Any(follower => follower.Told == SourceReason.Ok));
        }
    }

    /// <summary>Takes a frame in.</summary>
    /// <param name="line">The line that brought it.</param>
    /// <param name="message">What it says.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="arrivedAt">When it was complete.</param>
    /// <returns>Why the line must be replaced; null if it need not.</returns>
    public string? Take(
        int line, in VenueMessage message, ReadOnlySpan<byte> utf8, long arrivedAt)
    {
        lock (_lock)
        {
            var isData = message.Kind
                is MessageKind.Quote or MessageKind.Heartbeat or MessageKind.Trade;
            var symbol = isData ? Find(message.Symbol) : null;
            if (symbol is null)
            {
                listener.Tap(message.Symbol, arrivedAt, isRepeat: false, utf8);
                if (message.Kind == MessageKind.Malformed)
                    listener.OnMalformed(utf8);
                if (isData)
                    Interlocked.Increment(ref counters.Ignored);
                return null;
            }
            var arrival = MarkOf(symbol, message.Kind)
                .Take(message.Sequence, message.EventTime, line);
            listener.Tap(message.Symbol, arrivedAt, arrival == Arrival.Repeat, utf8);
            if (arrival == Arrival.News)
                return TakeNews(symbol, in message, utf8, arrivedAt);
            if (arrival == Arrival.Repeat)
                Interlocked.Increment(ref counters.Repeats);
            else
                Interlocked.Increment(ref counters.StaleIds);
            if (arrival == Arrival.Confirmation)
                symbol.Hear(arrivedAt, time);
            return null;
        }
    }

    /// <summary>Looks at every symbol's health, and tells what has changed.</summary>
    public void Sweep()
    {
        lock (_lock)
            SweepUnderLock(time.GetTimestamp());
    }

    private static ref SequenceMark MarkOf(SymbolState symbol, MessageKind kind)
    {
        if (kind == MessageKind.Quote)
            return ref symbol.Quotes;
        return ref kind == MessageKind.Heartbeat ? ref symbol.Heartbeats : ref symbol.Trades;
    }

    private string? TakeNews(
        SymbolState symbol, in VenueMessage message, ReadOnlySpan<byte> utf8, long arrivedAt)
    {
        if (message.EventTime > 0)
            NoteLag(symbol, _lag.Observe(message.EventTime, arrivedAt));
        if (message.Kind == MessageKind.Trade)
            return null;
        symbol.Hear(arrivedAt, time);
        string? end = null;
        foreach (var follower in symbol.Followers)
        {
            if (message.Kind == MessageKind.Quote)
                end ??= TakeQuote(symbol, follower, in message, utf8, arrivedAt);
            else
                TakeHeartbeat(symbol, follower, arrivedAt);
        }
        return end;
    }

    private void NoteLag(SymbolState symbol, TimeSpan lag)
    {
        symbol.Lag = lag;
        symbol.IsLagging = lag > (symbol.IsLagging ? options.MaxLag / 2 : options.MaxLag);
    }

    private string? TakeQuote(
        SymbolState symbol,
        FollowedInstrument follower,
        in VenueMessage message,
        ReadOnlySpan<byte> utf8,
        long arrivedAt)
    {
        switch (follower.Scale.Read(in message, out var quote))
        {
            case QuoteReading.Malformed:
                Interlocked.Increment(ref counters.Malformed);
                listener.OnMalformed(utf8);
                return null;
            case QuoteReading.Crossed:
                Interlocked.Increment(ref counters.Crossed);
                follower.CrossedInARow++;
                Judge(symbol, follower, arrivedAt);
                return follower.CrossedInARow % MaxCrossedInARow == 0
                    ? $"{MaxCrossedInARow} crossed quotes in a row of {symbol.Symbol}"
                    : null;
        }
        follower.CrossedInARow = 0;
        follower.HasQuote = true;
        Judge(symbol, follower, arrivedAt);
        Interlocked.Increment(ref counters.Quotes);
        listener.OnQuote(follower.Instrument, in quote, arrivedAt);
        return null;
    }

    private void TakeHeartbeat(SymbolState symbol, FollowedInstrument follower, long arrivedAt)
    {
        Judge(symbol, follower, arrivedAt);
        Interlocked.Increment(ref counters.Heartbeats);
        listener.OnHeartbeat(follower.Instrument, arrivedAt);
    }

    private void SweepUnderLock(long now)
    {
        Refresh();
        var isProved = protocol.LineProvesQuotes && _provedAt > _toldProofAt;
        _toldProofAt = _provedAt;
        foreach (var symbol in _bySymbol.Values)
        {
            foreach (var follower in symbol.Followers)
            {
                Judge(symbol, follower, now);
                if (isProved && follower.Told == SourceReason.Ok)
                    TakeHeartbeat(symbol, follower, _provedAt);
            }
        }
    }

    private void Judge(SymbolState symbol, FollowedInstrument follower, long now)
    {
        var reason = ReasonOf(symbol, follower, now);
        if (reason == follower.Told)
            return;
        follower.Told = reason;
        listener.OnHealth(follower.Instrument, new SourceHealth(reason, symbol.Lag));
    }

    private SourceReason ReasonOf(SymbolState symbol, FollowedInstrument follower, long now)
    {
        if (_openLines == 0)
            return _hasFailed ? SourceReason.LineDown : SourceReason.Connecting;
        if (!follower.HasQuote)
        {
            return symbol.IsRefused ? SourceReason.Rejected
                : follower.CrossedInARow > 0 ? SourceReason.Crossed
                : IsPast(symbol.AskedAt, options.FirstTickDeadline, now) ? SourceReason.NoFirstTick
                : SourceReason.Connecting;
        }
        return IsPast(symbol.HeardAt, symbol.MaxSilence, now)
            ? symbol.IsRefused ? SourceReason.Rejected : SourceReason.Silent
            : follower.CrossedInARow > 0 ? SourceReason.Crossed
            : symbol.IsLagging ? SourceReason.Lagging
            : SourceReason.Ok;
    }

    private bool IsPast(long? since, TimeSpan limit, long now) =>
        since is { } start && time.GetElapsedTime(start, now) >= limit;

    private SymbolState? Find(ReadOnlySpan<byte> symbol)
    {
        Refresh();
        return _bySymbol.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(symbol, out var found)
            ? found
            : null;
    }

    private void Refresh()
    {
        var current = followed.Current;
        if (ReferenceEquals(current, _seen))
            return;
        var next = new Dictionary<string, SymbolState>(current.Count, SymbolComparer.Instance);
        foreach (var group in current.GroupBy(x => x.Instrument.Symbol))
        {
            var state = _bySymbol.GetValueOrDefault(group.Key) ?? NewState(group.Key);
            state.Followers = group.ToArray();
            next[group.Key] = state;
        }
        _bySymbol = next;
        _seen = current;
    }

    private SymbolState NewState(string symbol) =>
        new(symbol, new SilenceMeter(options.LivelySilence, options.SymbolSilence));
}
