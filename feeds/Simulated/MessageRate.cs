namespace MarketMaker.Feeds.Simulated;

/// <summary>Counts a connection's incoming messages against the venue's five a second.</summary>
internal sealed class MessageRate(TimeProvider time)
{
    private const int MaxPerSecond = 5;

    private readonly Queue<long> _recent = new(MaxPerSecond);

    /// <summary>Whether another message is allowed now.</summary>
    public bool TryCount()
    {
        var now = time.GetTimestamp();
        while (_recent.TryPeek(out var oldest)
            && time.GetElapsedTime(oldest, now) >= TimeSpan.FromSeconds(1))
        {
            _recent.Dequeue();
        }
        if (_recent.Count >= MaxPerSecond)
            return false;
        _recent.Enqueue(now);
        return true;
    }
}
