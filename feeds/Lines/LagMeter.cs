namespace MarketMaker.Feeds.Lines;

/// <summary>How late a venue's frames come, whatever the clocks say: receive − event − the least
/// difference seen.</summary>
/// <remarks>
/// The venue's clock and ours differ by an unknown offset, and the frame that took the least time
/// shows it best. Receive times are monotonic, so a step of our wall clock is not mistaken for lag.
/// The least may rise by 200 millionths of the time that passes, which is more than two clocks
/// drift apart: a lag of a second is remembered for more than an hour, over reconnections, too. No
/// feed is late by more than a minute: that is a clock which was set. Not thread safe.
/// </remarks>
internal sealed class LagMeter(TimeProvider time)
{
    private const long RiseDivisor = 5_000;

    private static readonly TimeSpan _step = TimeSpan.FromMinutes(1);

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
        if (risen is not { } least || difference < least || difference - least > _step)
            least = difference;
        _least = least;
        _leastAt = received;
        return difference - least;
    }
}
