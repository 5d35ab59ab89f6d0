using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Carries out makers' commands: checks them, and replaces, changes and renews their
/// ladders.</summary>
/// <param name="book">Where the quotes rest.</param>
/// <param name="ladders">All ladders.</param>
/// <param name="replacement">How one takes another's place.</param>
/// <param name="market">Which life of the market this is.</param>
internal sealed class QuoteDesk(
    OrderBook book, QuoteLadders ladders, LadderReplacement replacement, long market)
{
    private readonly LadderEdit _edit = new(book);

    public MassQuoteResult Replace(
        int account,
        scoped in LadderStamp stamp,
        ReadOnlySpan<Quote> bids,
        ReadOnlySpan<Quote> asks,
        scoped in OrderBounds bounds)
    {
        var ladder = ladders.GetOrAdd(account);
        var rejection = Refusal(ladder, stamp);
        if (rejection != Rejection.None)
            return Refused(rejection, 0);
        if (IsRepeat(ladder, stamp))
            return Answer(ladder);
        var at = 0;
        if (!bids.IsEmpty || !asks.IsEmpty)
            rejection = Check(ladder, bids, asks, bounds, stamp.At, out at);
        return rejection == Rejection.None
            ? Put(ladder, stamp, bids, asks, bounds)
            : Refused(rejection, at);
    }

    public MassQuoteResult Change(
        int account,
        scoped in LadderStamp stamp,
        scoped in Quote change,
        scoped in OrderBounds bounds)
    {
        var ladder = ladders.GetOrAdd(account);
        var rejection = Refusal(ladder, stamp);
        if (rejection != Rejection.None)
            return Refused(rejection, 0);
        if (IsRepeat(ladder, stamp))
            return Answer(ladder);
        _edit.Apply(ladder, change);
        // What is only taken out needs nobody's leave.
        if (change.Quantity != Quantity.Zero)
            rejection = Check(ladder, _edit.Bids, _edit.Asks, bounds, stamp.At, out _);
        if (rejection == Rejection.None && change.Quantity != Quantity.Zero
            && replacement.WouldTake(ladder, change))
            rejection = Rejection.PostOnlyWouldTake;
        return rejection == Rejection.None
            ? Put(ladder, stamp, _edit.Bids, _edit.Asks, bounds)
            : Refused(rejection, 0);
    }

    public Rejection Renew(int account, scoped in LadderStamp stamp)
    {
        if (IsForAnotherLife(stamp.Lease))
            return Rejection.StaleMarket;
        if (!ladders.TryFind(account, out var ladder) || !IsRepeat(ladder, stamp))
            return Rejection.StaleSequence;
        if (ladder.IsPulled)
            return Rejection.LadderGone;
        ladders.Renew(ladder, stamp.Lease, stamp.At);
        return Rejection.None;
    }

    /// <summary>What an account's ladder looks like now.</summary>
    public QuotedTop Top(int account)
    {
        if (!ladders.TryFind(account, out var ladder))
            return default;
        var (bid, bids) = Best(ladder, Side.Buy);
        var (ask, asks) = Best(ladder, Side.Sell);
        return new QuotedTop(bid, bids, ask, asks);
    }

    public static MassQuoteResult Refused(Rejection rejection, int at) =>
        new() { Rejection = rejection, RejectedAt = at };

    private Rejection Refusal(QuoteLadder ladder, scoped in LadderStamp stamp) =>
        IsForAnotherLife(stamp.Lease) ? Rejection.StaleMarket
        : stamp.IsOlderThan(ladder) ? Rejection.StaleSequence
        : Rejection.None;

    private bool IsForAnotherLife(in QuoteLease lease) =>
        lease != default && lease.Market != market;

    private static bool IsRepeat(QuoteLadder ladder, scoped in LadderStamp stamp) =>
        (stamp.Epoch, stamp.Sequence) == (ladder.Epoch, ladder.Sequence);

    private MassQuoteResult Put(
        QuoteLadder ladder,
        scoped in LadderStamp stamp,
        ReadOnlySpan<Quote> bids,
        ReadOnlySpan<Quote> asks,
        scoped in OrderBounds bounds)
    {
        ladder.Begin(stamp.Epoch, stamp.Sequence, bids, asks);
        ladder.LastFill = stamp.LastFill;
        replacement.Replace(ladder, (bounds.Low, bounds.High));
        ladders.Renew(ladder, stamp.Lease, stamp.At);
        return Answer(ladder);
    }

    private static MassQuoteResult Answer(QuoteLadder ladder) => new()
    {
        Change = ladder.Change,
        LastFill = ladder.LastFill,
        Reports = ladder.Reports,
    };

    private Rejection Check(
        QuoteLadder ladder,
        ReadOnlySpan<Quote> bids,
        ReadOnlySpan<Quote> asks,
        scoped in OrderBounds bounds,
        Instant now,
        out int at)
    {
        at = 0;
        if (bounds.IsHalted)
            return Rejection.MarketHalted;
        if (ladders.IsFrozen(ladder, now))
            return Rejection.QuotesFrozen;
        if (bids.Length > MatchingEngine.MaxQuotesPerSide
            || asks.Length > MatchingEngine.MaxQuotesPerSide)
            return Rejection.TooManyQuotes;
        var rejection = replacement.Check(bids, Side.Buy, bounds.Largest, out at);
        if (rejection != Rejection.None)
            return rejection;
        rejection = replacement.Check(asks, Side.Sell, bounds.Largest, out at);
        at += bids.Length;
        if (rejection != Rejection.None)
            return rejection;
        return bids.Length > 0 && asks.Length > 0 && bids[0].Price >= asks[0].Price
            ? Rejection.QuotesNotInOrder
            : Rejection.None;
    }

    private (Price Best, int Levels) Best(QuoteLadder ladder, Side side)
    {
        var reports = ladder.Wanted(side);
        var slots = ladder.WantedSlots(side);
        var best = default(Price);
        var levels = 0;
        for (var at = 0; at < reports.Length; at++)
        {
            if (!book.IsQuoteAt(slots[at], reports[at].Id))
                continue;
            best = levels == 0 ? reports[at].Price : best;
            levels++;
        }
        return (best, levels);
    }
}
