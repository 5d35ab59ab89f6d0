namespace MarketMaker.Feeds.Recording;

/// <summary>A recorder's counters; each is incremented atomically.</summary>
internal sealed class RecordingCounters
{
    public long Frames;
    public long Bytes;
    public long Dropped;
    public long Unfit;

    /// <summary>The counters now.</summary>
    public RecordingStatistics Snapshot() => new(
        Interlocked.Read(ref Frames), Interlocked.Read(ref Bytes),
        Interlocked.Read(ref Dropped), Interlocked.Read(ref Unfit));
}
