namespace MarketMaker.Feeds.Lines;

/// <summary>What a feed knows of a symbol, whatever line brought it; touched under the board's
/// lock.</summary>
/// <param name="symbol">The venue's name.</param>
/// <param name="silence">How long it may be quiet.</param>
internal sealed class SymbolState(string symbol, SilenceMeter silence)
{
    /// <summary>The venue's name.</summary>
    public string Symbol { get; } = symbol;

    /// <summary>All that follow the symbol; one at least.</summary>
    public FollowedInstrument[] Followers { get; set; } = [];

    /// <summary>How far the quotes have come.</summary>
    public SequenceMark Quotes;

    /// <summary>How far the heartbeats have come.</summary>
    public SequenceMark Heartbeats;

    /// <summary>How far the trades have come.</summary>
    public SequenceMark Trades;

    /// <summary>When the symbol was first asked for on the lines that are open now; null before.
    /// </summary>
    public long? AskedAt { get; set; }

    /// <summary>When it last said something that was not said before, or that still stands; null
    /// before the first.</summary>
    public long? HeardAt { get; private set; }

    /// <summary>How long it may say nothing; over reconnections, too.</summary>
    public TimeSpan MaxSilence => silence.Limit;

    /// <summary>Whether the venue refused it last.</summary>
    public bool IsRefused { get; set; }

    /// <summary>How late its last timed frame was; null before the first.</summary>
    public TimeSpan? Lag { get; set; }

    /// <summary>Whether it is too late.</summary>
    public bool IsLagging { get; set; }

    /// <summary>It has said something.</summary>
    public void Hear(long arrivedAt, TimeProvider time)
    {
        if (HeardAt is { } last)
            silence.Note(time.GetElapsedTime(last, arrivedAt));
        HeardAt = arrivedAt;
    }

    /// <summary>All lines are down: what comes next may be counted anew.</summary>
    public void Forget()
    {
        Quotes = default;
        Heartbeats = default;
        Trades = default;
        AskedAt = null;
        HeardAt = null;
        IsRefused = false;
        Lag = null;
        IsLagging = false;
        foreach (var follower in Followers)
        {
            follower.HasQuote = false;
            follower.CrossedInARow = 0;
        }
    }
}
