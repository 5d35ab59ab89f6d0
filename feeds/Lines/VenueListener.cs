using System.Text;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Lines;

/// <summary>Those who hear a venue's feed: the sink, whose exceptions end here, the tap, and the
/// log. Used by one thread at a time.</summary>
internal sealed class VenueListener(
    string venue,
    IVenueQuoteSink sink,
    IFrameTap? tap,
    FeedCounters counters,
    TimeProvider time,
    ILogger logger)
{
    private const int LoggedBytes = 200;

    private readonly LogGate _malformedLog = new(time);
    private readonly LogGate _sinkLog = new(time);

    /// <summary>Shows a frame to the recorder, if there is one.</summary>
    public void Tap(
        ReadOnlySpan<byte> symbol, long arrivedAt, bool isRepeat, ReadOnlySpan<byte> utf8) =>
        tap?.OnFrame(venue, symbol, arrivedAt, isRepeat, utf8);

    /// <summary>Tells the sink of a quote.</summary>
    public void OnQuote(Instrument instrument, in VenueQuote quote, long arrivedAt)
    {
        try
        {
            sink.OnQuote(instrument.Pair, instrument.Source, in quote, arrivedAt);
        }
        catch (Exception error)
        {
            OnSinkError(error, instrument.Pair);
        }
    }

    /// <summary>Tells the sink that the last quote stands.</summary>
    public void OnHeartbeat(Instrument instrument, long arrivedAt)
    {
        try
        {
            sink.OnHeartbeat(instrument.Pair, instrument.Source, arrivedAt);
        }
        catch (Exception error)
        {
            OnSinkError(error, instrument.Pair);
        }
    }

    /// <summary>Tells the sink how a source is; to log it is left to the sink, who hears of it from
    /// others, too.</summary>
    public void OnHealth(Instrument instrument, SourceHealth health)
    {
        try
        {
            sink.OnHealth(instrument.Pair, instrument.Source, health);
        }
        catch (Exception error)
        {
            OnSinkError(error, instrument.Pair);
        }
    }

    /// <summary>Logs the beginning of a frame that could not be read.</summary>
    public void OnMalformed(ReadOnlySpan<byte> utf8)
    {
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
