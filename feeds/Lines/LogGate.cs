namespace MarketMaker.Feeds.Lines;

/// <summary>Lets one log message a second through, so that a sick venue cannot flood the log.
/// </summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class LogGate(TimeProvider time)
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    private long? _openedAt;
    private long _suppressed;

    /// <summary>Whether a message may be written now.</summary>
    /// <param name="suppressed">How many were held back since the last one.</param>
    public bool TryPass(out long suppressed)
    {
        suppressed = _suppressed;
        if (_openedAt is { } opened && time.GetElapsedTime(opened) < _interval)
        {
            _suppressed++;
            return false;
        }
        _openedAt = time.GetTimestamp();
        _suppressed = 0;
        return true;
    }
}
