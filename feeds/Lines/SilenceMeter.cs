namespace MarketMaker.Feeds.Lines;

/// <summary>How long a symbol may be quiet until that is a fault: the sooner, the livelier it has
/// been.</summary>
/// <remarks>
/// Where a venue tells of changes alone, a quiet market and a symbol that is no longer sent look
/// the same, and the venue's own repeats come a minute apart. But a symbol that spoke every tenth
/// of a second does not fall quiet for several seconds by itself. So the limit is ten times the
/// longest pause of late; what is remembered of a pause fades within a minute. Before a minute was
/// seen, and for symbols that are seldom heard, the longest limit holds. Not thread safe.
/// </remarks>
/// <param name="least">The shortest limit.</param>
/// <param name="most">The longest limit; it comes before the shortest.</param>
internal sealed class SilenceMeter(TimeSpan least, TimeSpan most)
{
    private const int PausesInARow = 10;

    private static readonly TimeSpan _memory = TimeSpan.FromMinutes(1);

    private TimeSpan _seen;
    private TimeSpan _longest;

    /// <summary>How long the symbol may be quiet now.</summary>
    public TimeSpan Limit
    {
        get
        {
            if (_seen < _memory)
                return most;
            var limit = _longest * PausesInARow;
            limit = limit > least ? limit : least;
            return limit < most ? limit : most;
        }
    }

    /// <summary>The symbol has spoken.</summary>
    /// <param name="pause">How long it had not.</param>
    public void Note(TimeSpan pause)
    {
        _seen = _seen < _memory ? _seen + pause : _seen;
        var kept = pause < _memory ? _longest - _longest * (pause / _memory) : TimeSpan.Zero;
        _longest = pause > kept ? pause : kept;
    }
}
