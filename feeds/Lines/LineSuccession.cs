using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Lines;

/// <summary>Keeps one of a feed's lines open: a line that breaks is followed by another after a
/// pause, and one that is to be replaced lives until its successor delivers.</summary>
/// <param name="parts">What the lines work with.</param>
/// <param name="place">Which of the feed's lines, from 0.</param>
internal sealed class LineSuccession(LineParts parts, int place)
{
    private readonly Backoff _backoff = new(new Random());
    private int _generation;

    /// <summary>Works until cancelled.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            var lived = TimeSpan.Zero;
            try
            {
                lived = await RunGenerationsAsync(await OpenAsync(cancel), cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                // A defect of ours must not silence the venue: it is logged, and the feed goes on.
                NoteEnd(error.Message, error);
            }
            await Task.Delay(_backoff.Next(lived), parts.Time, cancel);
        }
    }

    /// <summary>Runs a line and all that succeed it without a gap, until one breaks.</summary>
    /// <returns>How long that one was open.</returns>
    private async Task<TimeSpan> RunGenerationsAsync(Line line, CancellationToken cancel)
    {
        var running = RunToEndAsync(line, cancel);
        try
        {
            while (await Task.WhenAny(running, line.SuccessorWanted) != running)
            {
                var (old, ending) = (line, running);
                parts.Logger.LogInformation(
                    "Line to {Url}: {Reason}; opening its successor",
                    parts.Options.Url, await line.SuccessorWanted);
                line = await OpenAsync(cancel);
                running = RunToEndAsync(line, cancel);
                await HandOverAsync(line, running, ending, cancel);
                old.Retire();
                await ending;
                old.Dispose();
            }
            return await running;
        }
        finally
        {
            await Task.WhenAny(running);
            line.Dispose();
        }
    }

    /// <summary>Waits until the successor delivers, or there is nothing left to wait for.</summary>
    private async Task HandOverAsync(
        Line successor, Task running, Task ending, CancellationToken cancel)
    {
        using var settled = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(
            successor.Delivering, running, ending,
            Task.Delay(parts.Options.SuccessionPatience, parts.Time, settled.Token));
        await settled.CancelAsync();
        if (successor.Delivering.IsCompleted && !ending.IsCompleted)
            Interlocked.Increment(ref parts.Counters.Successions);
    }

    /// <summary>Runs a line to its end, and logs why it ended.</summary>
    /// <returns>How long it was open.</returns>
    private async Task<TimeSpan> RunToEndAsync(Line line, CancellationToken cancel)
    {
        try
        {
            NoteEnd(await line.RunAsync(cancel), error: null);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            NoteEnd(error.Message, error);
        }
        finally
        {
            Interlocked.Decrement(ref parts.Counters.OpenLines);
            parts.Board.OnEnded();
        }
        return line.Age;
    }

    /// <summary>Opens a line, however long it takes.</summary>
    private async Task<Line> OpenAsync(CancellationToken cancel)
    {
        while (true)
        {
            await WaitForAttemptAsync(cancel);
            var line = new Line(parts, place + _generation * parts.Options.Lines, MaxAge());
            try
            {
                await line.OpenAsync(cancel);
            }
            catch (ConnectException error)
            {
                line.Dispose();
                if (error.MustWait)
                    _backoff.Penalise();
                NoteEnd($"could not connect, {error.Message}", error: null);
                parts.Board.OnNotOpened();
                await Task.Delay(_backoff.Next(TimeSpan.Zero), parts.Time, cancel);
                continue;
            }
            catch
            {
                line.Dispose();
                throw;
            }
            _generation++;
            Interlocked.Increment(ref parts.Counters.Connects);
            Interlocked.Increment(ref parts.Counters.OpenLines);
            parts.Board.OnOpened();
            parts.Logger.LogInformation("Connected to {Url}", parts.Options.Url);
            return line;
        }
    }

    private async Task WaitForAttemptAsync(CancellationToken cancel)
    {
        while (!parts.Attempts.TryTake(out var wait))
        {
            Interlocked.Increment(ref parts.Counters.Postponed);
            await Task.Delay(wait, parts.Time, cancel);
        }
        Interlocked.Increment(ref parts.Counters.Attempts);
    }

    /// <summary>Lines that were opened together are not to grow old together: the first of each
    /// place lives for another part of its time.</summary>
    private TimeSpan MaxAge()
    {
        var age = parts.Options.MaxConnectionAge;
        return _generation > 0 ? age : age * (1 - place / (2.0 * parts.Options.Lines));
    }

    private void NoteEnd(string reason, Exception? error)
    {
        Volatile.Write(ref parts.Counters.LastError, reason);
        parts.Logger.LogWarning(
            error, "Line to {Url} ended: {Reason}", parts.Options.Url, reason);
    }
}
