using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>Measures how well a maker meets its obligations, by integrating over the intervals
/// between the events of its book; time without data counts as nothing, not as met.</summary>
/// <remarks>Not thread safe. Time must not run backwards; an earlier instant counts as the
/// latest one.</remarks>
public sealed class ObligationsMeter
{
    private readonly long[] _excused = new long[(int)PauseReason.NoLiveSource + 1];
    private Instant _last;
    private bool _started;
    private QuotedTop _top;
    private PauseReason _excuse;
    private long _obliged;
    private long _twoSided;
    private Int128 _spreadTime;
    private long _maxSpread;
    private int _minLevels = int.MaxValue;

    /// <summary>Takes in what the ladder looks like from now on.</summary>
    /// <param name="now">When it came to look so.</param>
    /// <param name="top">What it looks like.</param>
    /// <param name="excuse">Why the maker is excused, or <see cref="PauseReason.None"/>.</param>
    public void Observe(Instant now, in QuotedTop top, PauseReason excuse)
    {
        Advance(now);
        _started = true;
        _top = top;
        _excuse = excuse;
        if (excuse != PauseReason.None)
            return;
        _minLevels = Math.Min(_minLevels, top.Levels);
        if (top.IsTwoSided)
            _maxSpread = Math.Max(_maxSpread, top.SpreadPartsPerBillion);
    }

    /// <summary>What has been measured up to now.</summary>
    public ObligationsReport Report(Instant now)
    {
        Advance(now);
        var excused = new Dictionary<PauseReason, TimeSpan>();
        foreach (var reason in Enum.GetValues<PauseReason>())
        {
            if (_excused[(int)reason] > 0)
                excused.Add(reason, TimeSpan.FromMicroseconds(_excused[(int)reason]));
        }
        return new ObligationsReport(
            TimeSpan.FromMicroseconds(_obliged),
            TimeSpan.FromMicroseconds(_twoSided),
            excused,
            _twoSided == 0 ? 0 : (long)(_spreadTime / _twoSided),
            _maxSpread,
            _minLevels == int.MaxValue ? 0 : _minLevels);
    }

    private void Advance(Instant now)
    {
        if (now <= _last)
            return;
        var elapsed = _started ? now.Microseconds - _last.Microseconds : 0;
        _last = now;
        if (_excuse != PauseReason.None)
        {
            _excused[(int)_excuse] += elapsed;
            return;
        }
        _obliged += elapsed;
        if (!_top.IsTwoSided)
            return;
        _twoSided += elapsed;
        _spreadTime += (Int128)_top.SpreadPartsPerBillion * elapsed;
    }
}
