namespace MarketMaker.Feeds.Lines;

/// <summary>A feed's counters; each is incremented atomically.</summary>
internal sealed class FeedCounters
{
    public int OpenLines;
    public long Connects;
    public long Frames;
    public long Bytes;
    public long Quotes;
    public long Heartbeats;
    public long Malformed;
    public long Crossed;
    public long StaleIds;
    public long Repeats;
    public long Attempts;
    public long Postponed;
    public long Successions;
    public long Ignored;
    public long Refusals;
    public long SinkErrors;
    public long LastFrameTimestamp;
    public string? LastError;

    /// <summary>The counters now.</summary>
    public FeedStatistics Snapshot(int followed, TimeProvider time) => new()
    {
        Connected = Volatile.Read(ref OpenLines) > 0,
        Followed = followed,
        Connects = Interlocked.Read(ref Connects),
        Frames = Interlocked.Read(ref Frames),
        Bytes = Interlocked.Read(ref Bytes),
        Quotes = Interlocked.Read(ref Quotes),
        Heartbeats = Interlocked.Read(ref Heartbeats),
        Malformed = Interlocked.Read(ref Malformed),
        Crossed = Interlocked.Read(ref Crossed),
        StaleIds = Interlocked.Read(ref StaleIds),
        Repeats = Interlocked.Read(ref Repeats),
        Attempts = Interlocked.Read(ref Attempts),
        Postponed = Interlocked.Read(ref Postponed),
        Successions = Interlocked.Read(ref Successions),
        Ignored = Interlocked.Read(ref Ignored),
        Refusals = Interlocked.Read(ref Refusals),
        SinkErrors = Interlocked.Read(ref SinkErrors),
        LastError = Volatile.Read(ref LastError),
        LastFrameAt = LastFrameAt(time),
    };

    private DateTimeOffset? LastFrameAt(TimeProvider time) =>
        Interlocked.Read(ref Frames) == 0
            ? null
            : time.GetUtcNow() - time.GetElapsedTime(Interlocked.Read(ref LastFrameTimestamp));
}
