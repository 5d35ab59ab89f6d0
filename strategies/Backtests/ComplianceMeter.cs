using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Backtests;

/// <summary>Measures for how long a ladder was compliant, by integrating over the intervals
/// between the events of its book.</summary>
internal sealed class ComplianceMeter(ComplianceTerms terms)
{
    private const int PartsPerBillionInAMillionth = 1000;

    private Instant _last;
    private bool _isCompliant;
    private TimeSpan _compliant;

    /// <summary>Takes in what rests from now on.</summary>
    public void Observe(
        Instant now, in QuotedTop top, PauseReason excuse, RestingLadder ladder)
    {
        Advance(now);
        _isCompliant = excuse == PauseReason.None && top.IsTwoSided
            && top.SpreadPartsPerBillion
                <= terms.MaxSpread.PartsPerMillion * PartsPerBillionInAMillionth
            && IsDeep(Depth(ladder.Bids), Depth(ladder.Asks));
    }

    /// <summary>For how long it has been compliant up to now.</summary>
    public TimeSpan Report(Instant now)
    {
        Advance(now);
        return _compliant;
    }

    private void Advance(Instant now)
    {
        if (now <= _last)
            return;
        if (_isCompliant)
            _compliant += now - _last;
        _last = now;
    }

    private bool IsDeep(Int128 bids, Int128 asks) =>
        Int128.Min(bids, asks) >= terms.MinDepth.Lots
        && Int128.Min(bids, asks) * 2 >= Int128.Max(bids, asks);

    private static Int128 Depth(ReadOnlySpan<Quote> quotes)
    {
        Int128 depth = 0;
        foreach (ref readonly var quote in quotes)
            depth += quote.Quantity.Lots;
        return depth;
    }
}
