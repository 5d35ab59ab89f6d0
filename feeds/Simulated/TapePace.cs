namespace MarketMaker.Feeds.Simulated;

/// <summary>Waits until a recorded moment has come again.</summary>
/// <remarks>A timer wakes up to a millisecond late, and a burst has many frames within one. So the
/// sleep ends a millisecond early, and the rest is yielded away.</remarks>
internal sealed class TapePace(TimeProvider time)
{
    private const double TimerLatenessMilliseconds = 1;

    /// <summary>A day: a timer cannot wait for every span.</summary>
    private const double MaxSleepMilliseconds = 86_400_000;

    private long? _firstNanoseconds;
    private long _startedAt;

    /// <summary>Completes when as much time has passed since the first call as on the tape; at once
    /// if it has.</summary>
    public async ValueTask WaitAsync(long nanoseconds, CancellationToken cancel)
    {
        if (_firstNanoseconds is null)
        {
            _firstNanoseconds = nanoseconds;
            _startedAt = time.GetTimestamp();
        }
        var due = new TimeSpan((nanoseconds - _firstNanoseconds.Value) / 100);
        while (true)
        {
            var left = due - time.GetElapsedTime(_startedAt);
            if (left <= TimeSpan.Zero)
                return;
            var sleep = Math.Min(
                Math.Floor(left.TotalMilliseconds - TimerLatenessMilliseconds),
                MaxSleepMilliseconds);
            if (sleep >= 1)
                await Task.Delay(TimeSpan.FromMilliseconds(sleep), time, cancel);
            else
                Thread.Yield();
        }
    }
}
