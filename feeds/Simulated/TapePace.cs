namespace MarketMaker.Feeds.Simulated;

/// <summary>Waits until a recorded moment has come again.</summary>
/// <remarks>Timers wake at whole milliseconds; a burst has many frames within one. So whole
/// milliseconds are slept, and the rest, less than one, is yielded away.</remarks>
internal sealed class TapePace(TimeProvider time)
{
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
            var milliseconds = Math.Floor(Math.Min(left.TotalMilliseconds, int.MaxValue));
            if (milliseconds >= 1)
                await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), time, cancel);
            else
                Thread.Yield();
        }
    }
}
