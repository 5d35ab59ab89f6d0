using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Bench.Reference.Pol;

/// <summary>Watches a maker's decisions from outside.</summary>
internal sealed class DecisionLog(PairMaker maker)
{
    private readonly List<PauseSpell> _pauses = [];
    private readonly Instant?[] _doubtedSince = new Instant?[maker.Sources];
    private Instant _start;
    private Instant _last;
    private Instant _reasonSince;
    private PauseReason _reason;
    private bool _isAlone;
    private long _decisions;
    private long _withoutReason;
    private int _returns;
    private TimeSpan _quoted;
    private TimeSpan _alone;
    private double _widestAveraged;
    private TimeSpan _oldest;
    private TimeSpan _longestLockOut;
    private ulong _hash = 0xCBF29CE484222325;

    /// <summary>Takes in a decision.</summary>
    public void Note(QuoteDecision decision, Instant now)
    {
        if (_decisions++ == 0)
            (_start, _last, _reasonSince, _reason) = (now, now, now, decision.Reason);
        Pass(now);
        if (decision.Reason != _reason)
            Turn(decision.Reason, now);
        var quotes = !maker.Bids.IsEmpty && !maker.Asks.IsEmpty;
        _withoutReason += quotes == (decision.Reason == PauseReason.None) ? 0 : 1;
        _isAlone = maker.Composite.IsSingle;
        LookAtSources(now);
        if (decision.Reason == PauseReason.None)
            LookAtPrice(now);
        Mix(now.Microseconds);
        Mix((long)decision.Reason);
        foreach (ref readonly var quote in maker.Bids)
            Mix(quote.Price.Ticks ^ quote.Quantity.Lots << 32);
        foreach (ref readonly var quote in maker.Asks)
            Mix(quote.Price.Ticks ^ quote.Quantity.Lots << 32);
    }

    /// <summary>What was seen.</summary>
    public PolOutcome Conclude(long prints, double widestSeenBps)
    {
        if (_reason != PauseReason.None)
            Turn(PauseReason.None, _last);
        return new PolOutcome
        {
            Prints = prints,
            Decisions = _decisions,
            Quoted = _quoted,
            Alone = _alone,
            Pauses = _pauses,
            Returns = _returns,
            WidestSeenBps = widestSeenBps,
            WidestAveragedBps = _widestAveraged,
            OldestQuotedOn = _oldest,
            Doubted = [.. Enumerable.Range(0, maker.Sources).Select(i => maker.Source(i).Doubted)],
            LongestLockOut = _longestLockOut,
            WithoutReason = _withoutReason,
            Hash = _hash,
        };
    }

    private void Pass(Instant now)
    {
        var passed = now - _last;
        _last = now;
        if (_reason != PauseReason.None)
            return;
        _quoted += passed;
        _alone += _isAlone ? passed : TimeSpan.Zero;
    }

    private void Turn(PauseReason reason, Instant now)
    {
        if (_reason != PauseReason.None)
        {
            _pauses.Add(new PauseSpell(
                _reason, (_reasonSince - _start).TotalSeconds, now - _reasonSince));
        }
        _returns += reason == PauseReason.None ? 1 : 0;
        (_reason, _reasonSince) = (reason, now);
    }

    private void LookAtSources(Instant now)
    {
        for (var i = 0; i < _doubtedSince.Length; i++)
        {
            var report = maker.Source(i);
            var isDoubted = report is
                { State: SourceState.Suspect, Cause: SourceFault.Outlier, LiveAt: null };
            if (_doubtedSince[i] is { } since && now - since > _longestLockOut)
                _longestLockOut = now - since;
            _doubtedSince[i] = isDoubted ? _doubtedSince[i] ?? now : null;
        }
    }

    private void LookAtPrice(Instant now)
    {
        var (low, high) = (long.MaxValue, 0L);
        for (var i = 0; i < maker.Sources; i++)
        {
            var report = maker.Source(i);
            if (!report.IsUsed)
                continue;
            low = Math.Min(low, report.Quote.Middle.HalfTicks);
            high = Math.Max(high, report.Quote.Middle.HalfTicks);
            if (now - report.HeardAt > _oldest)
                _oldest = now - report.HeardAt;
        }
        _widestAveraged = Math.Max(_widestAveraged, 1e4 * (high - low) / low);
    }

    private void Mix(long value) => _hash = unchecked((_hash ^ (ulong)value) * 0x100000001B3);
}
