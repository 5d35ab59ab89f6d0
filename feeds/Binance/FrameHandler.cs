using System.Text;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Binance;

/// <summary>Turns one connection's frames into calls of the sink: no socket, no clock of its own,
/// and no allocation while frames are good.</summary>
internal sealed class FrameHandler(
    FollowedInstruments followed,
    SubscriptionPlan plan,
    IVenueQuoteSink sink,
    FeedCounters counters,
    TimeProvider time,
    ILogger logger)
{
    private const int MaxCrossedInARow = 3;
    private const int LoggedBytes = 200;

    private readonly LineSymbols _symbols = new(followed);
    private readonly LogGate _malformedLog = new(time);
    private readonly LogGate _sinkLog = new(time);

    /// <summary>Handles a complete frame.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="arrivedAt">When it was complete.</param>
    /// <returns>Why the connection must be replaced; null if it need not.</returns>
    public string? Handle(ReadOnlySpan<byte> utf8, long arrivedAt)
    {
        Interlocked.Increment(ref counters.Frames);
        Interlocked.Add(ref counters.Bytes, utf8.Length);
        Volatile.Write(ref counters.LastFrameTimestamp, arrivedAt);
        var frame = BinanceFrame.Read(utf8);
        switch (frame.Kind)
        {
            case FrameKind.BookTicker:
                return OnBookTicker(in frame, utf8, arrivedAt);
            case FrameKind.Depth:
                OnDepth(in frame, arrivedAt);
                return null;
            case FrameKind.Acknowledgement:
                plan.Acknowledge(frame.RequestId);
                return null;
            case FrameKind.Refusal:
                OnRefusal(in frame);
                return null;
            case FrameKind.ServerShutdown:
                return "the venue announced its shutdown";
            case FrameKind.Other:
                Interlocked.Increment(ref counters.Ignored);
                return null;
            default:
                OnMalformed(utf8);
                return null;
        }
    }

    private string? OnBookTicker(
        in BinanceFrame frame, ReadOnlySpan<byte> utf8, long arrivedAt)
    {
        if (_symbols.Find(frame.Symbol) is not { } symbol)
        {
            Interlocked.Increment(ref counters.Ignored);
            return null;
        }
        if (frame.UpdateId <= symbol.LastUpdateId)
        {
            Interlocked.Increment(ref counters.StaleIds);
            return null;
        }
        symbol.LastUpdateId = frame.UpdateId;
        var worst = QuoteReading.Tradable;
        foreach (var follower in symbol.Followers)
        {
            var reading = follower.Scale.Read(in frame, out var quote);
            if (reading == QuoteReading.Tradable)
                TellQuote(follower.Instrument, in quote, arrivedAt);
            else if (reading < worst)
                worst = reading;
        }
        if (worst == QuoteReading.Crossed)
            return OnCrossed(symbol);
        if (worst == QuoteReading.Malformed)
            OnMalformed(utf8);
        else
            symbol.CrossedInARow = 0;
        return null;
    }

    private void TellQuote(Instrument instrument, in VenueQuote quote, long arrivedAt)
    {
        Interlocked.Increment(ref counters.Quotes);
        try
        {
            sink.OnQuote(instrument.Pair, instrument.Source, in quote, arrivedAt);
        }
        catch (Exception error)
        {
            OnSinkError(error, instrument.Pair);
        }
    }

    private string? OnCrossed(LineSymbol symbol)
    {
        Interlocked.Increment(ref counters.Crossed);
        symbol.CrossedInARow++;
        return symbol.CrossedInARow < MaxCrossedInARow
            ? null
            : $"{MaxCrossedInARow} crossed quotes in a row of {symbol.Symbol}";
    }

    private void OnDepth(in BinanceFrame frame, long arrivedAt)
    {
        if (_symbols.Find(frame.Symbol) is not { } symbol)
        {
            Interlocked.Increment(ref counters.Ignored);
            return;
        }
        foreach (var follower in symbol.Followers)
        {
            Interlocked.Increment(ref counters.Heartbeats);
            var instrument = follower.Instrument;
            try
            {
                sink.OnHeartbeat(instrument.Pair, instrument.Source, arrivedAt);
            }
            catch (Exception error)
            {
                OnSinkError(error, instrument.Pair);
            }
        }
    }

    private void OnRefusal(in BinanceFrame frame)
    {
        Interlocked.Increment(ref counters.Refusals);
        var refused = plan.Refuse(frame.RequestId);
        logger.LogWarning(
            "Binance refused {Method} of {Symbols}: code {Code}, {Message}",
            refused is { Subscribes: false } ? "UNSUBSCRIBE" : "SUBSCRIBE",
            refused is null ? "(unknown request)" : string.Join(' ', refused.Symbols),
            frame.Code, Encoding.UTF8.GetString(frame.Message));
    }

    private void OnMalformed(ReadOnlySpan<byte> utf8)
    {
        Interlocked.Increment(ref counters.Malformed);
        if (!_malformedLog.TryPass(out var suppressed))
            return;
        var start = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, LoggedBytes)]);
        logger.LogWarning(
            "Skipped a malformed frame of {Length} bytes ({Suppressed} more unlogged): {Start}",
            utf8.Length, suppressed, start);
    }

    private void OnSinkError(Exception error, PairId pair)
    {
        Interlocked.Increment(ref counters.SinkErrors);
        if (_sinkLog.TryPass(out var suppressed))
        {
            logger.LogError(
                error, "The sink failed on {Pair} ({Suppressed} more unlogged)", pair, suppressed);
        }
    }
}
