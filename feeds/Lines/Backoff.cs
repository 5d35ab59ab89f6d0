namespace MarketMaker.Feeds.Lines;

/// <summary>How long to wait before the next connection: 20–100 ms at first, twice as long after
/// each failure, 10 s at most.</summary>
/// <remarks>
/// Every delay is drawn from a fifth of its ceiling up to it, so that many feeds do not return in
/// step. A connection must have lived 10 s to be a success: one that opens and dies at once counts
/// as a failure, or a sick venue would be asked more than its 300 times in 5 minutes.
/// </remarks>
internal sealed class Backoff(Random random)
{
    /// <summary>The longest delay.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The age at which a connection counts as a success.</summary>
    public static readonly TimeSpan StableAge = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(100);

    private TimeSpan _ceiling = _first;

    /// <summary>The next delay.</summary>
    /// <param name="lived">How long the last connection was open; zero if it did not open.</param>
    public TimeSpan Next(TimeSpan lived)
    {
        if (lived >= StableAge)
            _ceiling = _first;
        var delay = _ceiling * (0.2 + 0.8 * random.NextDouble());
        _ceiling = _ceiling * 2 < Longest ? _ceiling * 2 : Longest;
        return delay;
    }

    /// <summary>The venue said that we come too often: waits the longest from now on.</summary>
    public void Penalise() => _ceiling = Longest;
}
