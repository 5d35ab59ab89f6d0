using System.Runtime.CompilerServices;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>All ladders of a market, and what takes them out without their owners: the end of a
/// lease, protection, a halt.</summary>
internal sealed class QuoteLadders(OrderBook book, Ledger ledger, LiveOrders orders)
{
    private readonly Dictionary<int, QuoteLadder> _byAccount = [];
    private readonly List<QuoteLadder> _all = [];
    private readonly List<QuoteLadder> _tripped = [];
    private LadderPull[] _pulls = new LadderPull[4];
    private int _count;
    private Instant _nextLeaseEnd = Never;

    private static Instant Never => new(long.MaxValue);

    public MarketLimits Limits { get; set; } = MarketLimits.None;

    /// <summary>The ladders that were taken out since <see cref="Clear"/>, in order.</summary>
    public ReadOnlySpan<LadderPull> Pulls => _pulls.AsSpan(0, _count);

    /// <summary>Whether ladders wait for <see cref="PullTripped"/>.</summary>
    public bool HaveTripped => _tripped.Count > 0;

    public void Clear() => _count = 0;

    public bool TryFind(int account, out QuoteLadder ladder) =>
        _byAccount.TryGetValue(account, out ladder!);

    public QuoteLadder GetOrAdd(int account)
    {
        if (_byAccount.TryGetValue(account, out var ladder))
            return ladder;
        ladder = new QuoteLadder(account);
        _byAccount.Add(account, ladder);
        _all.Add(ladder);
        return ladder;
    }

    /// <summary>The slot of a resting quote, or <see cref="OrderBook.None"/>. Looks through the
    /// ladders: for those who ask about a single quote, which matching never does.</summary>
    public int Find(OrderId id)
    {
        foreach (var ladder in _all)
        {
            var reports = ladder.Reports;
            var slots = ladder.Slots;
            for (var at = 0; at < reports.Length; at++)
            {
                if (reports[at].Id == id && book.IsQuoteAt(slots[at], id))
                    return slots[at];
            }
        }
        return OrderBook.None;
    }

    /// <summary>Lets a ladder stand until its lease ends.</summary>
    public void Renew(QuoteLadder ladder, in QuoteLease lease, Instant now)
    {
        ladder.LeaseEnds = lease == default ? null : now + lease.Length;
        if (ladder.LeaseEnds < _nextLeaseEnd)
            _nextLeaseEnd = ladder.LeaseEnds.Value;
    }

    /// <summary>Takes out what was not renewed in time.</summary>
    public void ExpireLeases(Instant now)
    {
        if (now >= _nextLeaseEnd)
            ExpireDue(now);
    }

    /// <remarks>A renewed lease leaves an end behind that is too early: then there is nothing to
    /// take.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ExpireDue(Instant now)
    {
        _nextLeaseEnd = Never;
        foreach (var ladder in _all)
        {
            if (ladder.LeaseEnds is not { } end)
                continue;
            if (end <= now)
                Pull(ladder, PullReason.LeaseEnded);
            else if (end < _nextLeaseEnd)
                _nextLeaseEnd = end;
        }
    }

    /// <summary>Counts a trade of a quote.</summary>
    /// <param name="account">Whose quote it was.</param>
    /// <param name="side">What its owner did.</param>
    /// <param name="quantity">What changed hands.</param>
    /// <param name="now">When.</param>
    public void CountTrade(int account, Side side, Quantity quantity, Instant now)
    {
        var protection = Limits.Protection;
        if (!protection.IsOn)
            return;
        var ladder = _byAccount[account];
        ladder.Traded.Add(now, side, quantity, protection.Window);
        if (ladder.TrippedAt is not null || !IsPassed(protection, ladder.Traded))
            return;
        ladder.TrippedAt = now;
        _tripped.Add(ladder);
    }

    /// <summary>Takes out what has traded too much.</summary>
    public void PullTripped()
    {
        foreach (var ladder in _tripped)
            Pull(ladder, PullReason.Protection);
        _tripped.Clear();
    }

    /// <summary>Takes everything out.</summary>
    public void PullAll(PullReason reason)
    {
        foreach (var ladder in _all)
            Pull(ladder, reason);
    }

    /// <summary>Whether protection refuses an owner's ladders now; lets it off when its time is
    /// over.</summary>
    public bool IsFrozen(QuoteLadder ladder, Instant now)
    {
        if (ladder.TrippedAt is null)
            return false;
        if (FrozenUntil(ladder) is not { } end || now < end)
            return true;
        Reset(ladder);
        return false;
    }

    /// <summary>Lets an owner quote again, with an empty window.</summary>
    public static void Reset(QuoteLadder ladder)
    {
        ladder.TrippedAt = null;
        ladder.Traded.Clear();
    }

    public ProtectionStatus StatusOf(QuoteLadder ladder, Instant now)
    {
        var isFrozen = IsFrozen(ladder, now);
        if (Limits.Protection.IsOn)
            ladder.Traded.Forget(now, Limits.Protection.Window);
        return new ProtectionStatus(
            isFrozen, FrozenUntil(ladder), Saturated(ladder.Traded.Traded),
            Saturated(ladder.Traded.Delta));
    }

    private Instant? FrozenUntil(QuoteLadder ladder) =>
        ladder.TrippedAt is { } tripped && Limits.Protection.Freeze > TimeSpan.Zero
            ? tripped + Limits.Protection.Freeze
            : null;

    private static bool IsPassed(in QuoteProtection protection, TradedWindow window) =>
        (protection.MaxTraded > Quantity.Zero && window.Traded > protection.MaxTraded.Lots)
        || (protection.MaxDelta > Quantity.Zero
            && Int128.Abs(window.Delta) > protection.MaxDelta.Lots);

    private void Pull(QuoteLadder ladder, PullReason reason)
    {
        ladder.LeaseEnds = null;
        var quotes = 0;
        var reports = ladder.Reports;
        var slots = ladder.Slots;
        for (var at = 0; at < reports.Length; at++)
        {
            if (!book.IsQuoteAt(slots[at], reports[at].Id))
                continue;
            orders.Cancel(slots[at]);
            quotes++;
        }
        ladder.IsPulled = true;
        if (quotes == 0 && reason != PullReason.Protection)
            return;
        if (_count == _pulls.Length)
            Array.Resize(ref _pulls, _count * 2);
        _pulls[_count++] = new LadderPull(ledger.Name(ladder.Account), reason, quotes);
    }

    private static Quantity Saturated(Int128 lots) =>
        new((long)Int128.Clamp(lots, long.MinValue + 1, long.MaxValue));
}
