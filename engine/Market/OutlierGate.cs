using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>Keeps a source's last price that is believed. A jump is believed when it is repeated,
/// or when nothing contradicts it for a moment.</summary>
/// <remarks>
/// It never waits for the market to come back: three prices that agree with each other are believed
/// at once, and whatever the source says after <see cref="LockOut"/> is, too. A gate without such
/// an escape shuts a maker out for hours when the market has really moved. After a jump was
/// believed nothing is doubted for a second: where jumps are real, one doubt must not follow the
/// other without end.
/// </remarks>
internal sealed class OutlierGate(Ratio move)
{
    /// <summary>So many prices that agree with each other are believed.</summary>
    private const int Agreeing = 3;

    /// <summary>For how long a source is shut out at most. Together with the interval at which a
    /// maker looks, a quarter of a second, it stays under a second.</summary>
    public static readonly TimeSpan LockOut = TimeSpan.FromMilliseconds(700);

    private static readonly TimeSpan _trust = TimeSpan.FromSeconds(1);

    private VenueQuote _pending;
    private Instant _trustedUntil;
    private Instant _pendingHeardAt;
    private Instant _pendingSince;
    private int _agreeing;

    /// <summary>The last price that is believed; not tradable before the first.</summary>
    public VenueQuote Quote { get; private set; }

    /// <summary>When it was heard.</summary>
    public Instant HeardAt { get; private set; }

    /// <summary>Whether a jump waits to be believed.</summary>
    public bool IsPending => _agreeing > 0;

    /// <summary>How many prices were not believed when they came.</summary>
    public long Doubted { get; private set; }

    /// <summary>The longest time for which the source was shut out.</summary>
    public TimeSpan LongestLockOut { get; private set; }

    /// <summary>A price came.</summary>
    public void Hear(in VenueQuote quote, Instant heardAt, Instant now)
    {
        if (!Quote.IsTradable || now < _trustedUntil || Agree(quote, Quote))
        {
            Believe(quote, heardAt, now);
            return;
        }
        Doubted++;
        if (!IsPending)
            _pendingSince = now;
        _agreeing = IsPending && Agree(quote, _pending) ? _agreeing + 1 : 1;
        (_pending, _pendingHeardAt) = (quote, heardAt);
        if (_agreeing >= Agreeing)
            BelieveJump(now);
        else
            Settle(now);
    }

    /// <summary>Lets time pass.</summary>
    public void Settle(Instant now)
    {
        if (IsPending && now - _pendingSince >= LockOut)
            BelieveJump(now);
    }

    private void BelieveJump(Instant now)
    {
        _trustedUntil = now + _trust;
        Believe(_pending, _pendingHeardAt, now);
    }

    private void Believe(in VenueQuote quote, Instant heardAt, Instant now)
    {
        if (IsPending && now - _pendingSince > LongestLockOut)
            LongestLockOut = now - _pendingSince;
        (Quote, HeardAt, _agreeing) = (quote, heardAt, 0);
    }

    private bool Agree(in VenueQuote left, in VenueQuote right) =>
        move == default
        || !move.IsPassedBy(
            left.Middle.HalfTicks - right.Middle.HalfTicks, right.Middle.HalfTicks);
}
