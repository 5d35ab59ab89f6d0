using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Simulated;

/// <summary>Plays recorded frames to a venue's subscribers, when told to.</summary>
/// <param name="options">Which tape, and how.</param>
/// <param name="time">The clock that paces it.</param>
public sealed class TapeSource(TapeOptions options, TimeProvider time) : IVenueSource
{
    private readonly TaskCompletionSource<IVenueAudience> _audience =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public Task RunAsync(IVenueAudience audience, CancellationToken stopping)
    {
        _audience.TrySetResult(audience);
        return Task.Delay(Timeout.InfiniteTimeSpan, time, stopping);
    }

    /// <summary>Plays the tape once, from its beginning; waits for the venue to be started first.
    /// </summary>
    /// <returns>What came of it, after every frame was handed to every subscriber's socket. A
    /// missing, damaged or cut file and a cancellation end the tape early, and are told here; only
    /// what the trade callback throws is thrown.</returns>
    public async Task<TapeReport> PlayAsync(CancellationToken cancel = default)
    {
        var tally = new TapeTally();
        try
        {
            var audience = await _audience.Task.WaitAsync(cancel);
            await using var tape = TapeReader.Open(options.Path);
            await PlayAsync(tape, audience, tally, cancel);
            await audience.FlushAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            tally.EndedEarly = "cancelled";
        }
        catch (Exception error)
            when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            tally.EndedEarly = error.Message;
        }
        return tally.ToReport();
    }

    private async Task PlayAsync(
        TapeReader tape, IVenueAudience audience, TapeTally tally, CancellationToken cancel)
    {
        var pace = new TapePace(time);
        while (await tape.ReadAsync(cancel))
        {
            if (!TapeLine.TryRead(tape.Line, mayBeCut: !tape.IsTerminated, out var line))
            {
                tally.CountMalformed(tape.LineNumber);
                if (!tape.IsTerminated)
                    tally.EndedEarly = $"the tape is cut off in line {tape.LineNumber}";
                continue;
            }
            tally.Frames++;
            var frame = VenueFrame.Read(line.Frame.ToArray());
            if (!Passes(frame.Stream))
                continue;
            if (options.Speed == TapeSpeed.Real)
                await pace.WaitAsync(line.Nanoseconds, cancel);
            await audience.PublishAsync(frame, cancel);
            tally.Published++;
            await TellTradeAsync(frame, tally);
        }
        if (tape.IsCut)
            tally.EndedEarly = $"the compressed tape is cut off after line {tape.LineNumber}";
    }

    private bool Passes(string? stream) =>
        stream is null || options.Symbols is null
        || options.Symbols.Contains(stream.Split('@')[0].ToUpperInvariant());

    private async ValueTask TellTradeAsync(VenueFrame frame, TapeTally tally)
    {
        if (options.OnTrade is null
            || frame.Stream?.EndsWith("@trade", StringComparison.Ordinal) != true
            || !TapeTrade.TryRead(frame.Payload, out var trade))
        {
            return;
        }
        tally.Trades++;
        await options.OnTrade(trade);
    }
}
