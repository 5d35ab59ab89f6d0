namespace MarketMaker.Feeds.Recording;

/// <summary>A recorder's clock: the wall's time in ns since 1970-01-01 UTC, in the steps of the
/// monotonic clock, never running backwards. Used by one thread at a time.</summary>
/// <remarks>
/// The wall clock is read once a minute. A wall that has drifted away is followed by at most half a
/// thousandth of the time passed, so that differences between frames stay true; one that is more
/// than a second ahead is followed at once, because the machine has slept. One that was set back is
/// approached in the same small steps: times stand still, at worst, and never repeat an hour.
/// </remarks>
internal sealed class TapeClock
{
    private const long NanosecondsPerTick = 100;
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long Slowest = 2_000;

    private static readonly TimeSpan _look = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private long _anchorTimestamp;
    private long _anchor;
    private long _last;

    /// <summary>Takes the wall's time.</summary>
    public TapeClock(TimeProvider time)
    {
        _time = time;
        _anchorTimestamp = time.GetTimestamp();
        _anchor = Wall();
    }

    /// <summary>The time now.</summary>
    public long Now => At(_time.GetTimestamp());

    /// <summary>The time at which the provider's monotonic clock stood so.</summary>
    /// <param name="timestamp">A <see cref="TimeProvider.GetTimestamp"/>.</param>
    public long At(long timestamp)
    {
        if (_time.GetElapsedTime(_anchorTimestamp, timestamp) >= _look)
            Follow();
        return _last = Math.Max(_last, Reckon(timestamp));
    }

    /// <summary>An instant as the text of people.</summary>
    public static DateTimeOffset ToTime(long nanoseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / NanosecondsPerTick);

    private void Follow()
    {
        var timestamp = _time.GetTimestamp();
        var reckoned = Reckon(timestamp);
        var ahead = Wall() - reckoned;
        var step = (reckoned - _anchor) / Slowest;
        _anchor = reckoned + (ahead > NanosecondsPerSecond
            ? ahead
            : Math.Clamp(ahead, -step, step));
        _anchorTimestamp = timestamp;
    }

    private long Reckon(long timestamp)
    {
        var (seconds, rest) = Math.DivRem(
            timestamp - _anchorTimestamp, _time.TimestampFrequency);
        return _anchor + seconds * NanosecondsPerSecond
            + rest * NanosecondsPerSecond / _time.TimestampFrequency;
    }

    private long Wall() =>
        (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
}
