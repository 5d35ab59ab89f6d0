namespace MarketMaker.Feeds.Lines;

/// <summary>How late a venue's frames come, whatever the clocks say: receive − event − the least
/// difference seen.</summary>
/// <remarks>
/// The venue's clock and ours differ by an unknown offset, and the frame that took the least time
/// shows it best. Receive times are monotonic, so a step of our wall clock is not mistaken for lag.
/// The least may rise by 200 millionths of the time that passes, which is more than two clocks
/// drift apart: a lag of a second is remembered for more than an hour. Not thread safe.
/// </remarks>
internal sealed class LagMeter(TimeProvider time)
{
    private const long RiseDivisor = 5_000;

    private readonly long _startedAt = time.GetTimestamp();
    private TimeSpan? _least;
    private TimeSpan _leastAt;

    /// <summary>Takes a frame in.</summary>
    /// <param name="eventTime">The venue's time, in ms since 1970.</param>
    /// <param name="arrivedAt">When the frame was complete; a monotonic timestamp.</param>
    /// <returns>The frame's lag; never negative.</returns>
    public TimeSpan Observe(long eventTime, long arrivedAt)
    {
        var received = time.GetElapsedTime(_startedAt, arrivedAt);
        var difference = received - TimeSpan.FromMilliseconds(eventTime);
        var risen = _least + (received - _leastAt) / RiseDivisor;
        if (risen is not { } least || difference < least)
            least = difference;
        _least = least;
        _leastAt = received;
        return difference - least;
    }

    /// <summary>Begins anew: the next frame sets the least.</summary>
    public void Forget() => _least = null;
}
