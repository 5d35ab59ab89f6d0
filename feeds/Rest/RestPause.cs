namespace MarketMaker.Feeds.Rest;

/// <summary>How long a venue is left alone after it failed.</summary>
/// <remarks>
/// Twice as long after each failure in a row, drawn from half of that up to it, so that many silos
/// do not come back in step: from 1 s to 1 min. A venue that says we come too often is left alone
/// for as long as it says, up to a day, or from 30 s to 10 min if it does not: insisting turns a
/// pause into a ban. Used by one task at a time.
/// </remarks>
internal sealed class RestPause(TimeProvider time, Random random)
{
    private static readonly TimeSpan _longestWish = TimeSpan.FromDays(1);

    private int _failures;
    private long _since;
    private TimeSpan _length;

    /// <summary>Whether it is over; also when there was none.</summary>
    public bool IsOver => time.GetElapsedTime(_since) >= _length;

    /// <summary>The venue failed.</summary>
    /// <returns>How long it is left alone.</returns>
    public TimeSpan Begin(RestException error)
    {
        var (first, longest) = error.IsTooOften
            ? (TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10))
            : (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        var ceiling = first * Math.Pow(2, Math.Min(_failures++, 10));
        _length = (ceiling < longest ? ceiling : longest) * (0.5 + 0.5 * random.NextDouble());
        if (error.RetryAfter is { } wish && wish > TimeSpan.Zero)
            _length = (wish < _longestWish ? wish : _longestWish) + first * random.NextDouble();
        _since = time.GetTimestamp();
        return _length;
    }

    /// <summary>The venue answered.</summary>
    public void End()
    {
        _failures = 0;
        _length = TimeSpan.Zero;
    }
}
