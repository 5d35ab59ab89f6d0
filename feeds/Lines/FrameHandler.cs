using System.Text;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Lines;

/// <summary>Reads one line's frames, and sends each where it belongs: no socket, no clock of its
/// own, and no allocation while frames are good.</summary>
internal sealed class FrameHandler(
    int line,
    IVenueProtocol protocol,
    SubscriptionPlan plan,
    SymbolBoard board,
    FeedCounters counters,
    ILogger logger)
{
    private readonly HashSet<string> _seen = new(SymbolComparer.Instance);
    private readonly byte[]? _beacon =
        protocol.Beacon is { } beacon ? Encoding.ASCII.GetBytes(beacon) : null;

    private volatile bool _isTracking;
    private bool _sawBeacon;
    private long _dataAt;

    /// <summary>The monotonic time of the last frame that proves that the line brings data; 0
    /// before the first.</summary>
    public long DataAt => Volatile.Read(ref _dataAt);

    /// <summary>Why a successor must be opened, once the venue has asked for it.</summary>
    public string? Announcement { get; private set; }

    /// <summary>Notes from now on which symbols come.</summary>
    public void Track() => _isTracking = true;

    /// <summary>Whether all that was asked is answered, and every symbol that is well has come.
    /// Ends the noting if so.</summary>
    public bool TryFinishTracking()
    {
        lock (_seen)
        {
            if (!plan.IsAnswered || !board.HasSeenAll(_seen))
                return false;
            _isTracking = false;
            return true;
        }
    }

    /// <summary>Handles a complete frame.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="arrivedAt">When it was complete.</param>
    /// <returns>Why the line must be replaced; null if it need not.</returns>
    public string? Handle(ReadOnlySpan<byte> utf8, long arrivedAt)
    {
        Interlocked.Increment(ref counters.Frames);
        Interlocked.Add(ref counters.Bytes, utf8.Length);
        Volatile.Write(ref counters.LastFrameTimestamp, arrivedAt);
        var message = protocol.Read(utf8);
        NoteData(in message, arrivedAt);
        switch (message.Kind)
        {
            case MessageKind.Acknowledgement:
                OnAcknowledgement(in message);
                break;
            case MessageKind.Refusal:
                OnRefusal(in message);
                break;
            case MessageKind.GoingAway:
                Announcement ??= "the venue announced its shutdown";
                break;
            case MessageKind.Other:
                Interlocked.Increment(ref counters.Ignored);
                break;
            case MessageKind.Malformed:
                Interlocked.Increment(ref counters.Malformed);
                break;
        }
        return board.Take(line, in message, utf8, arrivedAt);
    }

    private void NoteData(in VenueMessage message, long arrivedAt)
    {
        var isData = message.Kind
            is MessageKind.Quote or MessageKind.Heartbeat or MessageKind.Trade;
        if (isData && _isTracking)
        {
            lock (_seen)
                _seen.GetAlternateLookup<ReadOnlySpan<byte>>().Add(message.Symbol);
        }
        _sawBeacon |= isData && _beacon is not null && message.Symbol.SequenceEqual(_beacon);
        // Without a beacon on the line, an answer to a ping is all that a quiet market owes.
        var isProof = isData
            || message.Kind == MessageKind.Pong && !_sawBeacon
            || message.Kind == MessageKind.Malformed;
        if (!isProof)
            return;
        Volatile.Write(ref _dataAt, arrivedAt);
        if (protocol.LineProvesQuotes && message.Kind != MessageKind.Malformed)
            board.OnProof(arrivedAt);
    }

    private void OnAcknowledgement(in VenueMessage message)
    {
        var symbol = NameOf(message.Symbol);
        plan.Acknowledge(message.RequestId, symbol);
        if (symbol is not null)
            board.OnAnswered(symbol, isRefused: false);
    }

    private void OnRefusal(in VenueMessage message)
    {
        Interlocked.Increment(ref counters.Refusals);
        var refused = plan.Refuse(message.RequestId, NameOf(message.Symbol));
        logger.LogWarning(
            "{Venue} refused {Method} of {Symbols}: code {Code}, {Message}",
            protocol.Venue,
            refused is { Subscribes: false } ? "UNSUBSCRIBE" : "SUBSCRIBE",
            refused is null ? "(unknown request)" : string.Join(' ', refused.Symbols),
            message.Code, Encoding.UTF8.GetString(message.Text));
        if (refused is { Subscribes: true, Symbols: [var symbol] })
            board.OnAnswered(symbol, isRefused: true);
    }

    private static string? NameOf(ReadOnlySpan<byte> symbol) =>
        symbol.IsEmpty ? null : Encoding.ASCII.GetString(symbol);
}
