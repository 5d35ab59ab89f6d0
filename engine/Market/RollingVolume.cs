using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>What was traded in the last 24 hours, to the nearest five minutes.</summary>
/// <remarks>For people: a sum that passes 64 bits stays at the most that they hold, since trades
/// must not fail for it. Not thread safe.</remarks>
public sealed class RollingVolume
{
    /// <summary>How many buckets a day has.</summary>
    public const int Buckets = 288;

    private const long BucketMicroseconds = 24L * 3600 * 1_000_000 / Buckets;

    private readonly VolumeBucket[] _buckets = new VolumeBucket[Buckets];

    /// <summary>The buckets that hold anything, in no order: what must survive a restart.
    /// </summary>
    public IReadOnlyList<VolumeBucket> Snapshot() =>
        [.. _buckets.Where(bucket => bucket.Quantity > Quantity.Zero)];

    /// <summary>Takes back what <see cref="Snapshot"/> gave.</summary>
    public void Restore(IEnumerable<VolumeBucket> buckets)
    {
        foreach (var bucket in buckets)
            _buckets[bucket.Period % Buckets] = bucket;
    }

    /// <summary>Counts a trade.</summary>
    public void Add(Instant now, Quantity quantity, Notional notional)
    {
        var period = now.Microseconds / BucketMicroseconds;
        ref var bucket = ref _buckets[period % Buckets];
        if (bucket.Period != period)
            bucket = new VolumeBucket(period, default, default);
        bucket = bucket with
        {
            Quantity = Sum(bucket.Quantity, quantity),
            Notional = Sum(bucket.Notional, notional),
        };
    }

    /// <summary>What was traded in the 24 hours up to now.</summary>
    public (Quantity Quantity, Notional Notional) Total(Instant now)
    {
        var oldest = now.Microseconds / BucketMicroseconds - Buckets + 1;
        var total = (Quantity: Quantity.Zero, Notional: Notional.Zero);
        foreach (var bucket in _buckets)
        {
            if (bucket.Period >= oldest)
            {
                total = (
                    Sum(total.Quantity, bucket.Quantity), Sum(total.Notional, bucket.Notional));
            }
        }
        return total;
    }

    private static Quantity Sum(Quantity left, Quantity right) =>
        new(Sum(left.Lots, right.Lots));

    private static Notional Sum(Notional left, Notional right) =>
        new(Sum(left.TickLots, right.TickLots));

    private static long Sum(long left, long right) =>
        (long)Int128.Min((Int128)left + right, long.MaxValue);
}
