namespace MarketMaker.Feeds.Recording;

/// <summary>What waits for a writer: a frame, or something to do between frames.</summary>
internal readonly struct TapeWork
{
    /// <summary>A frame.</summary>
    public TapeWork(TapeSeries series, byte[] bytes, int length, long arrivedAt)
    {
        Series = series;
        Bytes = bytes;
        Length = length;
        ArrivedAt = arrivedAt;
    }

    /// <summary>Something to do.</summary>
    public TapeWork(Action action) => Action = action;

    /// <summary>What to do; null for a frame.</summary>
    public Action? Action { get; }

    /// <summary>The frame's series.</summary>
    public TapeSeries? Series { get; }

    /// <summary>A pooled array that begins with the frame.</summary>
    public byte[]? Bytes { get; }

    /// <summary>The frame's length.</summary>
    public int Length { get; }

    /// <summary>When it was complete, by the monotonic clock.</summary>
    public long ArrivedAt { get; }
}
