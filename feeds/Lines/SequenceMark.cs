namespace MarketMaker.Feeds.Lines;

/// <summary>How far something that is counted has come, whatever line brings it: the first to bring
/// a number wins.</summary>
internal struct SequenceMark
{
    private long _sequence;
    private long _eventTime;
    private int _line;

    /// <summary>Takes a number in.</summary>
    /// <param name="sequence">The number.</param>
    /// <param name="eventTime">The venue's time of it; 0 if it has none. A lower number of a later
    /// time begins a new count.</param>
    /// <param name="line">The line that brought it.</param>
    public Arrival Take(long sequence, long eventTime, int line)
    {
        var restarted = _eventTime > 0 && eventTime > _eventTime;
        if (sequence <= _sequence && !restarted)
        {
            return line != _line ? Arrival.Repeat
                : sequence == _sequence ? Arrival.Confirmation
                : Arrival.Stale;
        }
        _sequence = sequence;
        _eventTime = Math.Max(_eventTime, eventTime);
        _line = line;
        return Arrival.News;
    }
}
