namespace MarketMaker.Feeds.Simulated;

/// <summary>Counts while a tape is played.</summary>
internal sealed class TapeTally
{
    private readonly List<long> _firstMalformed = [];
    private long _malformed;

    public long Frames { get; set; }

    public long Published { get; set; }

    public long Trades { get; set; }

    public string? EndedEarly { get; set; }

    public void CountMalformed(long lineNumber)
    {
        _malformed++;
        if (_firstMalformed.Count < TapeReport.MaxListed)
            _firstMalformed.Add(lineNumber);
    }

    public TapeReport ToReport() =>
        new(Frames, Published, Trades, _malformed, _firstMalformed, EndedEarly);
}
