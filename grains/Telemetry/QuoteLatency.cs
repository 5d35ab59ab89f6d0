using HdrHistogram;

namespace MarketMaker.Grains.Telemetry;

/// <summary>How long a venue's frame takes to become a resting ladder on this silo: from its
/// arrival at the adapter to the engine's answer.</summary>
/// <remarks>Any number of threads; recording allocates nothing.</remarks>
public sealed class QuoteLatency(TimeProvider time)
{
    private static readonly long _longest = TimeSpan.FromMinutes(1).Ticks;

    // In units of 100 ns, to three significant digits.
    private readonly LongConcurrentHistogram _histogram = new(1, _longest, 3);

    /// <summary>How many frames were measured.</summary>
    public long Count => _histogram.TotalCount;

    /// <summary>The longest.</summary>
    public TimeSpan Max =>
        TimeSpan.FromTicks(Count == 0 ? 0 : _histogram.GetMaxValue());

    /// <summary>Measures a frame.</summary>
    /// <param name="arrivedAt">When it arrived, by this process's monotonic clock.</param>
    public void Record(long arrivedAt) =>
        _histogram.RecordValue(
            Math.Clamp(time.GetElapsedTime(arrivedAt).Ticks, 1, _longest));

    /// <summary>Forgets what was measured, so that a measurement begins with warm code.</summary>
    public void Reset() => _histogram.Reset();

    /// <summary>What share of the frames was at least as fast.</summary>
    /// <param name="percentile">0 to 100.</param>
    public TimeSpan AtPercentile(double percentile) =>
        TimeSpan.FromTicks(Count == 0 ? 0 : _histogram.GetValueAtPercentile(percentile));
}
