namespace MarketMaker.Feeds.Lines;

/// <summary>A venue's limit of so many acts within any span of a length.</summary>
/// <remarks>Thread safe. Memory: one number for each act allowed.</remarks>
/// <param name="count">The most acts; 1 or more.</param>
/// <param name="window">The length of the span.</param>
/// <param name="time">The clock; monotonic time alone is read.</param>
internal sealed class RateLimit(int count, TimeSpan window, TimeProvider time)
{
    private readonly Queue<long> _recent = new();
    private readonly Lock _lock = new();

    /// <summary>Whether an act is allowed now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
                return Left(time.GetTimestamp()) > 0;
        }
    }

    /// <summary>Takes one act, if it is allowed now.</summary>
    /// <param name="wait">How long until it is, if it is not; else zero.</param>
    public bool TryTake(out TimeSpan wait)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var isAllowed = Left(now) > 0;
            wait = isAllowed ? TimeSpan.Zero : window - time.GetElapsedTime(_recent.Peek(), now);
            if (isAllowed)
                _recent.Enqueue(now);
            return isAllowed;
        }
    }

    private int Left(long now)
    {
        while (_recent.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= window)
            _recent.Dequeue();
        return count - _recent.Count;
    }
}
