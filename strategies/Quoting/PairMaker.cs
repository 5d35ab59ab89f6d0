using System.Runtime.InteropServices;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Quoting;

/// <summary>All that the maker of one pair knows and decides, without waiting for anything:
/// sources → guard → rule → rounding → mark-ups → tolerance, and the books.</summary>
/// <remarks>
/// The shell feeds it events (<c>OnReference</c>, <see cref="OnFill"/>,
/// <see cref="OnReply"/>) and asks it to <see cref="Decide"/>. No clock, no I/O, no allocation per
/// event. One thread at a time.
/// </remarks>
public sealed class PairMaker
{
    /// <summary>After so many faulty ticks in a row the maker goes back to its fallback; without
    /// one the ladder is pulled: the prices that it was made for are gone.</summary>
    public const int MaxFaultsInARow = 3;

    /// <summary>How long it waits before it asks a market again that has refused its ladder.
    /// </summary>
    public static readonly TimeSpan RefusalPause = TimeSpan.FromSeconds(1);

    private readonly Quotes _answer = new();
    private readonly List<Quote> _bids = new(MatchingEngine.MaxQuotesPerSide);
    private readonly List<Quote> _asks = new(MatchingEngine.MaxQuotesPerSide);
    private readonly ReferenceGuard _guard;
    private readonly ReferencePlan _plan;
    private readonly TickView _view;
    private CompositeReference _composite;
    private QuotingParameters _parameters;
    private PauseReason _told;
    private PauseReason _refusal;
    private Instant _refusedUntil;
    private int _faultsInARow;
    private string? _leftBecause;
    private Instant _decidedAt;

    // Whatever seems to rest: at first, because an earlier life may have left a ladder.
    private bool _mustReplace = true;

    /// <summary>Makes a maker that has not seen a reference yet.</summary>
    /// <param name="spec">What is traded.</param>
    /// <param name="account">In whose name.</param>
    /// <param name="books">Inventory and profit so far.</param>
    /// <param name="parameters">What is quoted, and when it must not be.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="plan">What the reference is made of; one source if it is not given.</param>
    public PairMaker(
        PairSpec spec,
        AccountId account,
        DeskBooks books,
        QuotingParameters parameters,
        IQuotingRule rule,
        ReferencePlan? plan = null)
    {
        Spec = spec;
        Account = account;
        Books = books;
        Trial = VersionTrial.Of(books);
        Rule = rule;
        _parameters = parameters;
        _guard = new ReferenceGuard(parameters.Protection);
        _plan = plan ?? ReferencePlan.Sole;
        _composite = new CompositeReference(_plan);
        _view = new TickView(spec);
    }

    /// <summary>What is traded.</summary>
    public PairSpec Spec { get; }

    /// <summary>In whose name.</summary>
    public AccountId Account { get; }

    /// <summary>Inventory and profit.</summary>
    public DeskBooks Books { get; private set; }

    /// <summary>The rule; replaced between two decisions.</summary>
    public IQuotingRule Rule { get; set; }

    /// <summary>What it goes back to by itself, its cells as they were when the rule came into
    /// force; null if there is nothing.</summary>
    public IQuotingRule? Fallback { get; private set; }

    /// <summary>What else than faults makes it go back.</summary>
    public VersionGuards Guards { get; set; }

    /// <summary>What the guards measure the rule from; whoever starts a maker in the midst of a
    /// trial says how far it was.</summary>
    public VersionTrial Trial { get; set; }

    /// <summary>Whether the operator wants quotes.</summary>
    public bool MayQuote { get; set; } = true;

    /// <summary>The ladder in the book, as last known.</summary>
    public RestingLadder Resting { get; } = new();

    /// <summary>The reference; unknown before the first.</summary>
    public Mark Reference => _guard.Mark;

    /// <summary>What its sources made of the reference when it was last looked at.</summary>
    public CompositePrice Composite => _composite.Price;

    /// <summary>How many sources the reference has.</summary>
    public int Sources => _composite.Sources;

    /// <summary>What is put on top of the rule's ladder now.</summary>
    public RiskMarkUp MarkUp =>
        Composite.IsSingle ? RiskMarkUp.SingleSource : RiskMarkUp.None;

    /// <summary>When the reference was heard: the oldest price that it is made of.</summary>
    public Instant HeardAt => _guard.HeardAt;

    /// <summary>Until when a sharp move keeps quotes away; in the past if none does.</summary>
    public Instant PausedUntil => _guard.PausedUntil;

    /// <summary>Why the last tick of the rule was not sent; null when it was.</summary>
    public string? RuleFault { get; private set; }

    /// <summary>How often the rule failed.</summary>
    public long RuleFaults { get; private set; }

    /// <summary>The wanted bids of the last decision, best first.</summary>
    public ReadOnlySpan<Quote> Bids => CollectionsMarshal.AsSpan(_bids);

    /// <summary>The wanted asks of the last decision, best first.</summary>
    public ReadOnlySpan<Quote> Asks => CollectionsMarshal.AsSpan(_asks);

    /// <summary>Where the inventory lies: −1 all base, +1 all quote.</summary>
    public double Skew => InventorySkew.Of(Books.Base, Books.Quote, Reference);

    /// <summary>How old the reference is.</summary>
    public TimeSpan ReferenceAge(Instant now) => _guard.Age(now);

    /// <summary>Changes what is quoted and when it must not be. The next decision replaces the
    /// ladder: what was good enough for the old configuration may be wider than the new one allows.
    /// </summary>
    public void Configure(QuotingParameters parameters)
    {
        _parameters = parameters;
        _guard.Limits = parameters.Protection;
        _mustReplace = true;
    }

    /// <summary>Puts another version in force, between two decisions. What rests stays until the
    /// version wants something else.</summary>
    /// <param name="rule">The version; the one in force already only gets another fallback.</param>
    /// <param name="fallback">What to go back to; null if there is nothing.</param>
    public void Swap(IQuotingRule rule, IQuotingRule? fallback)
    {
        if (!ReferenceEquals(rule, Rule))
            (_faultsInARow, Trial) = (0, VersionTrial.Of(Books));
        (Rule, Fallback) = (rule, fallback);
    }

    /// <summary>Goes back to the fallback, if there is one.</summary>
    /// <param name="reason">Why; the next <see cref="TakeRollback"/> tells it.</param>
    public bool GoBack(string reason)
    {
        if (Fallback is not { } fallback)
            return false;
        Swap(fallback, null);
        _leftBecause = reason;
        return true;
    }

    /// <summary>Why it went back to its fallback; null if it did not since this was last asked.
    /// </summary>
    public string? TakeRollback()
    {
        var reason = _leftBecause;
        _leftBecause = null;
        return reason;
    }

    /// <summary>What is known of a source of the reference.</summary>
    /// <param name="source">Its number.</param>
    public SourceReport Source(int source) => _composite.Report(source);

    /// <summary>The best bid and offer of the only source came in.</summary>
    public void OnReference(in VenueQuote quote, Instant heardAt, Instant now) =>
        OnReference(0, quote, heardAt, now);

    /// <summary>A venue's best bid and offer came in.</summary>
    /// <param name="feed">The number of the feed.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="heardAt">When the venue's frame arrived.</param>
    /// <param name="now">The time.</param>
    public void OnReference(int feed, in VenueQuote quote, Instant heardAt, Instant now)
    {
        _composite.Hear(feed, quote, heardAt, now);
        Look(now);
    }

    /// <summary>The sources are followed anew: what was known of them is forgotten, as nobody
    /// watched them meanwhile.</summary>
    public void OnFollowed() => _composite = new CompositeReference(_plan);

    /// <summary>An adapter says how one of its feeds is.</summary>
    /// <param name="feed">The number of the feed.</param>
    /// <param name="health">What it says.</param>
    /// <param name="now">The time.</param>
    public void OnHealth(int feed, SourceHealth health, Instant now)
    {
        _composite.Tell(feed, health);
        Look(now);
    }

    /// <summary>The trade log's next trade; it may be anybody's.</summary>
    /// <exception cref="Engine.InvariantBrokenException">It is not the next one.</exception>
    public void OnFill(in Fill fill)
    {
        Books = Books.After(fill, Account);
        if (fill.MakerAccount == Account)
            Resting.Apply(fill);
        _view.OnFill(fill, Account);
    }

    /// <summary>The engine has replaced the ladder.</summary>
    /// <exception cref="Engine.InvariantBrokenException">The engine's log ends before the books
    /// do: it has lost trades that the books contain, and will give their numbers to others.
    /// </exception>
    public void OnReply(
        ReadOnlySpan<QuoteReport> reports, long lastFill, Price bookBid, Price bookAsk)
    {
        Engine.Invariant.Holds(lastFill >= Books.LastFill);
        _mustReplace = false;
        Resting.Replace(reports, lastFill);
        // An answer comes at once, so it is as of the decision that it answers.
        _view.OnBook(
            new(bookBid, default, 0), new(bookAsk, default, 0), [], lastFill, _decidedAt);
    }

    /// <summary>The engine says where the ladder stands: after it has replaced it, or while it
    /// rests.</summary>
    /// <param name="places">The own quotes in their queues, bids, then asks, best first. What is
    /// missing is not known.</param>
    /// <param name="lastFill">The last trade that this reflects.</param>
    /// <param name="bookBid">The market's best bid; <c>default</c> if there is none.</param>
    /// <param name="bookAsk">The market's best ask; <c>default</c> if there is none.</param>
    public void OnPlaces(
        ReadOnlySpan<OwnOrder> places, long lastFill, DepthLevel bookBid, DepthLevel bookAsk) =>
        _view.OnBook(bookBid, bookAsk, places, lastFill, _decidedAt);

    /// <summary>The engine's answer was lost: what rests is not known, and the next decision must
    /// replace it.</summary>
    public void OnNoReply() => _mustReplace = true;

    /// <summary>The market takes no ladder now, and holds none.</summary>
    /// <param name="reason">Why: <see cref="PauseReason.MarketHalted"/> or
    /// <see cref="PauseReason.Protection"/>.</param>
    /// <param name="now">When it said so.</param>
    public void OnRefused(PauseReason reason, Instant now)
    {
        (_refusal, _refusedUntil) = (reason, now + RefusalPause);
        _mustReplace = true;
        Resting.Replace([], Books.LastFill);
    }

    /// <summary>Why no quotes may stand now, or <see cref="PauseReason.None"/>.</summary>
    public PauseReason Verdict(Instant now) =>
        !MayQuote ? PauseReason.Operator
        : now < _refusedUntil ? _refusal
        : _guard.Verdict(now) is var guard and PauseReason.SharpMove ? guard
        : Composite.Reason is var sources and not PauseReason.None ? sources
        : _guard.Verdict(now);

    /// <summary>Decides what ladder is wanted now.</summary>
    public QuoteDecision Decide(Instant now)
    {
        // A price's time runs out without any event: it is checked where the price is used.
        Look(now);
        Trial = Trial.After(Books);
        _decidedAt = now;
        var reason = Verdict(now);
        if (reason != PauseReason.None)
            return Pull(reason);
        if (Fallback is not null && Trial.Judge(Books, Guards, Spec) is { } cost)
            GoBack(cost);
        var fault = Ask(now);
        if (fault is null)
        {
            (RuleFault, _faultsInARow) = (null, 0);
            var covered = !_mustReplace && _told == PauseReason.None
                && _parameters.Tolerance.Covers(Bids, Resting.Bids)
                && _parameters.Tolerance.Covers(Asks, Resting.Asks);
            _told = PauseReason.None;
            return new QuoteDecision(!covered, PauseReason.None);
        }
        RuleFault = fault;
        RuleFaults++;
        if (++_faultsInARow >= MaxFaultsInARow)
        {
            return GoBack($"{MaxFaultsInARow} faults in a row, the last: {fault}")
                ? Decide(now)
                : Pull(PauseReason.None);
        }
        _bids.Clear();
        _asks.Clear();
        return new QuoteDecision(Replace: false, PauseReason.None);
    }

    /// <summary>Sees what the reference is now.</summary>
    private void Look(Instant now)
    {
        var price = _composite.Assess(now);
        if (!price.Mark.IsKnown || (price.Mark, price.HeardAt) == (_guard.Mark, _guard.HeardAt))
            return;
        _guard.Observe(price.Mark, price.HeardAt, now);
        Books = Books.MarkedAt(price.Mark);
        _view.OnReference(price.Mark, now);
    }

    private QuoteDecision Pull(PauseReason reason)
    {
        _bids.Clear();
        _asks.Clear();
        var isNews = _mustReplace || reason != _told || !Resting.IsEmpty;
        _told = reason;
        return new QuoteDecision(isNews, reason);
    }

    /// <summary>Asks the rule and rounds its answer.</summary>
    /// <returns>What is wrong with the answer, or null.</returns>
    private string? Ask(Instant now)
    {
        try
        {
            Rule.OnTick(_view.Describe(this, _parameters, now), _answer);
        }
        catch (Exception fault)
        {
            // A rule is somebody else's code: whatever it throws is its fault, not ours.
            return RuleDiagnostic.Of(RuleDiagnosticId.Trial, Rule.Name, fault).ToString();
        }
        finally
        {
            _view.ForgetFills();
        }
        var verdict = LadderRounding.Round(_answer, Spec, _bids, _asks);
        if (!verdict.IsSound)
            return verdict.ToString();
        MarkUp.Apply(_bids, _asks, Reference, Spec.MaxPrice);
        return null;
    }
}
