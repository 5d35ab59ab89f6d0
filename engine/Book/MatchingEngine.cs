using System.Diagnostics.CodeAnalysis;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>The market of one pair: price-time priority, trades at the maker's price, funds
/// reserved before an order rests, no account ever trading with itself.</summary>
/// <remarks>
/// Synchronous and deterministic: the same commands give the same trades. One thread at a time.
/// A command either does all that its result says or, when rejected, nothing but let time pass.
/// Orders of one owner group never trade; <see cref="SelfTradePrevention"/> says what they do.
/// </remarks>
public sealed class MatchingEngine
{
    /// <summary>The most quotes that a mass quote may carry on a side.</summary>
    public const int MaxQuotesPerSide = 50;

    /// <summary>The most orders that <see cref="CopyQuotes"/> looks at to find quotes' places.
    /// </summary>
    public const int MaxCountedAhead = 1_000;

    /// <summary>The most orders that the book holds, quotes included.</summary>
    public const int MaxRestingOrders = 100_000;

    /// <summary>The most characters of a halt's reason.</summary>
    public const int MaxHaltReason = 200;

    /// <summary>The most parts that an iceberg may have.</summary>
    public const int MaxParts = 100;

    /// <summary>The highest epoch: order numbers stay below 2^53, so that a reader who takes them
    /// for binary fractions reads them exactly.</summary>
    public const long MaxEpoch = (1L << 17) - 1;

    private readonly OrderBook _book = new();
    private readonly TouchLog _touched = new();
    private readonly QuoteLadders _ladders;
    private readonly PriceBand _band;
    private readonly ExpiryQueue _expiries = new();
    private readonly OrderNumbers _numbers;
    private readonly StopBook _stops;
    private readonly LiveOrders _orders;
    private readonly Matcher _matcher;
    private readonly OrderDesk _desk;
    private readonly QuoteDesk _quoteDesk;
    private readonly OrderViews _views;
    private readonly AppliedTransfers _transfers;

    /// <summary>Opens an empty market.</summary>
    /// <param name="spec">What is traded.</param>
    /// <param name="fees">What the venue charges.</param>
    /// <param name="epoch">Which life of the market this is, 0 to <see cref="MaxEpoch"/>: the upper
    /// bits of its orders' numbers, so that no two lives give the same one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The epoch is out of range.</exception>
    public MatchingEngine(PairSpec spec, FeeSchedule fees, long epoch = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(epoch, MaxEpoch);
        Epoch = epoch;
        Spec = spec;
        Ledger = new Ledger(fees);
        _numbers = new OrderNumbers(epoch);
        _stops = new StopBook(spec.MaxPrice, _touched);
        _orders = new LiveOrders(_book, _stops, _expiries, Ledger, _touched);
        _ladders = new QuoteLadders(_book, Ledger, _orders);
        _quoteDesk = new QuoteDesk(
            _book,
            _ladders,
            new LadderReplacement(spec, _book, _orders, Ledger, _numbers),
            epoch);
        _views = new OrderViews(_book, _stops, _ladders, Ledger);
        _matcher = new Matcher(_book, _orders, Ledger, _ladders);
        _band = new PriceBand(spec);
        _desk = new OrderDesk(
            new OrderRules(spec), _book, _stops, _orders, _matcher, Ledger, _numbers);
        _transfers = new AppliedTransfers(Ledger);
    }

    /// <summary>What is traded.</summary>
    public PairSpec Spec { get; }

    /// <summary>Which life of the market this is.</summary>
    public long Epoch { get; }

    /// <summary>What accounts may do; can be changed at any time.</summary>
    public MarketLimits Limits
    {
        get => _ladders.Limits;
        set => _ladders.Limits = value;
    }

    /// <summary>Why the market is halted; null while it trades.</summary>
    public string? HaltReason { get; private set; }

    /// <summary>Who has what.</summary>
    public Ledger Ledger { get; }

    /// <summary>The number of the last trade; 0 before the first.</summary>
    public long LastFill => _matcher.LastFill;

    /// <summary>The price of the last trade; <c>default</c> before the first.</summary>
    public Price LastPrice => _matcher.LastPrice;

    /// <summary>How many orders rest.</summary>
    public int RestingOrders => _book.Count;

    /// <summary>How many stops wait for their trigger.</summary>
    public int ParkedOrders => _stops.Count;

    /// <summary>The trades of the last command, in order; overwritten by the next.</summary>
    public ReadOnlySpan<Fill> Fills => _matcher.Fills;

    /// <summary>The customers' orders that the last command may have changed, in order;
    /// overwritten by the next. A refused command may have let time pass.</summary>
    public ReadOnlySpan<Touch> Touched => _touched.Touches;

    /// <summary>The ladders that the market took out by itself during the last command, in order;
    /// overwritten by the next.</summary>
    public ReadOnlySpan<LadderPull> Pulls => _ladders.Pulls;

    /// <summary>Lets time pass: what is due expires.</summary>
    /// <remarks>Every command does so first; a market in which nothing happens needs to be told.
    /// </remarks>
    public void Advance(Instant now) => Begin(now);

    /// <summary>Makes an account with its first funds.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="amount">Base asset, 0 or more.</param>
    /// <param name="money">Quote asset, 0 or more.</param>
    /// <param name="terms">On what terms it trades.</param>
    /// <returns>Why nothing has changed, or <see cref="Rejection.None"/>: the account exists
    /// already, there are <see cref="Ledger.MaxAccounts"/>, the terms are out of range, or the
    /// funds are negative or more than <see cref="Ledger.MaxTotal"/> leaves room for.</returns>
    public Rejection OpenAccount(
        AccountId name, Quantity amount, Notional money, AccountTerms terms = default)
    {
        Clear();
        if (Ledger.TryFind(name, out _))
            return Rejection.AccountExists;
        if (Ledger.Count >= Ledger.MaxAccounts)
            return Rejection.TooManyAccounts;
        if (!AreInRange(terms))
            return Rejection.TermsOutOfRange;
        if (!Ledger.HasRoomFor(amount, money))
            return Rejection.FundsOutOfRange;
        var account = Ledger.Open(name);
        Ledger.SetTerms(account, terms);
        Invariant.Holds(Ledger.TryDeposit(account, amount, money));
        return Rejection.None;
    }

    /// <summary>Changes the terms of an account, its resting orders' too: the next trade is charged
    /// by the new tier. Orders beyond a new limit stay.</summary>
    public Rejection SetTerms(AccountId name, AccountTerms terms)
    {
        Clear();
        if (!Ledger.TryFind(name, out var account))
            return Rejection.UnknownAccount;
        if (!AreInRange(terms))
            return Rejection.TermsOutOfRange;
        Ledger.SetTerms(account, terms);
        return Rejection.None;
    }

    /// <summary>Moves funds between an account's wallet and the pair, once for each number. The
    /// account's first transfer opens it.</summary>
    /// <remarks>
    /// The account's last transfer, repeated, gets its first answer, a rejection too: funds that
    /// come later do not change it. Any other number than that and the one after it is
    /// <see cref="TransferOutcome.OutOfOrder"/> and leaves no trace.
    /// </remarks>
    /// <param name="account">Whose funds they are.</param>
    /// <param name="number">The transfer's place among those of the account with this pair.
    /// </param>
    /// <param name="amount">What is added to the base asset.</param>
    /// <param name="money">What is added to the quote asset: both are 0 or more, or both 0 or
    /// less, and not both 0. What leaves must be available: reserved funds stay.</param>
    /// <param name="now">When this happens.</param>
    public TransferResult Transfer(
        AccountId account,
        TransferNumber number,
        Quantity amount,
        Notional money,
        Instant now)
    {
        Begin(now);
        return _transfers.Apply(account, number, amount, money);
    }

    /// <summary>The last transfer of an account; <c>default</c> before the first.</summary>
    public AppliedTransfer LastTransfer(AccountId account) =>
        Ledger.TryFind(account, out var number) ? _transfers.Last(number) : default;

    /// <summary>Does again, in a recovery, what <see cref="Transfer"/> did, with the same outcome
    /// although the quotes that may have led to it are gone.</summary>
    /// <exception cref="InvariantBrokenException">It does not follow the account's last transfer,
    /// or the funds are not there.</exception>
    public void ReplayTransfer(AccountId account, in AppliedTransfer transfer) =>
        _transfers.Replay(account, transfer);

    /// <summary>Enters an order.</summary>
    /// <remarks>An order holds what it can cost at worst: a buy its limit with the worst fee, or
    /// its budget; a market buy without one what the book asks now; a sell, an iceberg too, all
    /// that it sells. Each of two linked orders holds its own.</remarks>
    public PlaceResult Place(in NewOrder order, Instant now)
    {
        if (Ledger.TryFind(order.Account, out var account))
            return Place(account, order, now);
        Begin(now);
        return PlaceResult.Rejected(Rejection.UnknownAccount);
    }

    /// <summary>Enters an order of an account that is known by its number in the
    /// <see cref="Ledger"/>; the name in the order is not looked at.</summary>
    public PlaceResult Place(int account, in NewOrder order, Instant now)
    {
        Begin(now);
        return _desk.Place(order, account, BoundsOf(account, now), now);
    }

    /// <summary>Changes an order's price, or what remains of it. Less at the same price keeps its
    /// place; all else gives up the place, and may trade at once. The order stays what it is in
    /// all else: a post-only order never takes, an iceberg shows parts of the same size.</summary>
    /// <remarks>A stop waits on: its limit changes and its trigger stays. A quote is not amended:
    /// its owner sends another ladder.</remarks>
    /// <param name="owner">Whose order it is.</param>
    /// <param name="id">The order.</param>
    /// <param name="price">The new limit; ignored for a market order that waits.</param>
    /// <param name="quantity">What shall remain of it, shown or not.</param>
    /// <param name="now">When this happens.</param>
    public PlaceResult Amend(
        AccountId owner, OrderId id, Price price, Quantity quantity, Instant now)
    {
        Begin(now);
        return Ledger.TryFind(owner, out var account)
            ? _desk.Amend(account, id, price, quantity, BoundsOf(account, now), now)
            : PlaceResult.Rejected(Rejection.UnknownAccount);
    }

    /// <summary>Makes an order smaller; it keeps its place. What an iceberg hides goes first.
    /// </summary>
    /// <param name="owner">Whose order it is.</param>
    /// <param name="id">The order.</param>
    /// <param name="by">How much less; from 1 lot. All that remains, or more, cancels the order.
    /// </param>
    /// <param name="now">When this happens.</param>
    /// <returns>What rests still and what was cancelled.</returns>
    public PlaceResult Reduce(AccountId owner, OrderId id, Quantity by, Instant now)
    {
        Begin(now);
        return Ledger.TryFind(owner, out var account)
            ? _desk.Reduce(account, id, by)
            : PlaceResult.Rejected(Rejection.UnknownAccount);
    }

    /// <summary>Takes an order out.</summary>
    /// <remarks>A quote is not cancelled one by one: its owner sends another ladder.</remarks>
    public CancelResult Cancel(AccountId owner, OrderId id, Instant now)
    {
        if (Ledger.TryFind(owner, out var account))
            return Cancel(account, id, now);
        Begin(now);
        return new CancelResult(Rejection.UnknownAccount, default);
    }

    /// <summary>Takes an order out of the book whose owner is known by its number in the
    /// <see cref="Ledger"/>.</summary>
    public CancelResult Cancel(int account, OrderId id, Instant now)
    {
        Begin(now);
        return _desk.Cancel(account, id);
    }

    /// <summary>Takes out all orders of an account that a filter names, quotes excepted.</summary>
    /// <remarks>Looks at the whole book.</remarks>
    public MassCancelResult MassCancel(AccountId owner, OrderFilter filter, Instant now)
    {
        Begin(now);
        return Ledger.TryFind(owner, out var account)
            ? _desk.MassCancel(account, filter)
            : new MassCancelResult { Rejection = Rejection.UnknownAccount };
    }

    /// <summary>Replaces an owner's whole ladder in one step; empty sides pull the quotes.
    /// </summary>
    /// <remarks>
    /// A quote whose price stands already and whose size is not larger keeps its place. Quotes that
    /// would take slide behind the other side, one tick after the other. A repeat of the last
    /// (epoch, sequence) gives the same answer and changes nothing; a lower one is refused.
    /// </remarks>
    /// <param name="owner">Whose ladder it is.</param>
    /// <param name="epoch">Which life of the owner speaks; a later one outranks an earlier.</param>
    /// <param name="sequence">Rises by one with each mass quote of that life.</param>
    /// <param name="bids">The bids, best first, at most <see cref="MaxQuotesPerSide"/>.</param>
    /// <param name="asks">The asks, best first, at most <see cref="MaxQuotesPerSide"/>.</param>
    /// <param name="now">When this happens.</param>
    /// <param name="lease">For how long it stands; <c>default</c> is until it is replaced. At its
    /// end, and not a moment later, the quotes are gone: before anything trades.</param>
    public MassQuoteResult MassQuote(
        AccountId owner,
        long epoch,
        long sequence,
        ReadOnlySpan<Quote> bids,
        ReadOnlySpan<Quote> asks,
        Instant now,
        QuoteLease lease = default)
    {
        Begin(now);
        if (!Ledger.TryFind(owner, out var account))
            return QuoteDesk.Refused(Rejection.UnknownAccount, 0);
        var stamp = new LadderStamp(epoch, sequence, lease, LastFill, now);
        return _quoteDesk.Replace(account, stamp, bids, asks, BoundsOf(account, now));
    }

    /// <summary>Changes one level of an owner's ladder; the others stay as they are, each in its
    /// place.</summary>
    /// <remarks>It is what a <see cref="MassQuote"/> is that repeats the ladder as it rests, all
    /// but this level: it has the next sequence, and its own repeat gives the same answer. Only,
    /// a quote that would take is refused where a ladder would slide.</remarks>
    /// <param name="owner">Whose ladder it is.</param>
    /// <param name="epoch">Which life of the owner speaks.</param>
    /// <param name="sequence">Rises by one with each ladder of that life, this one too.</param>
    /// <param name="change">What shall rest at its price; with quantity 0, nothing. What is larger
    /// than what rests there queues up anew.</param>
    /// <param name="now">When this happens.</param>
    /// <param name="lease">For how long the whole ladder stands from now on.</param>
    public MassQuoteResult ChangeQuote(
        AccountId owner,
        long epoch,
        long sequence,
        scoped in Quote change,
        Instant now,
        QuoteLease lease = default)
    {
        Begin(now);
        if (!Ledger.TryFind(owner, out var account))
            return QuoteDesk.Refused(Rejection.UnknownAccount, 0);
        var stamp = new LadderStamp(epoch, sequence, lease, LastFill, now);
        return _quoteDesk.Change(account, stamp, change, BoundsOf(account, now));
    }

    /// <summary>Lets an owner's last ladder stand for another lease, as it is.</summary>
    /// <param name="owner">Whose ladder it is.</param>
    /// <param name="epoch">The epoch of the mass quote that brought it.</param>
    /// <param name="sequence">Its sequence.</param>
    /// <param name="lease">The lease, from now on.</param>
    /// <param name="now">When this happens.</param>
    /// <returns>Why it stands no longer than before, or <see cref="Rejection.None"/>: another
    /// ladder has come since, or the market has taken it out.</returns>
    public Rejection Renew(
        AccountId owner, long epoch, long sequence, QuoteLease lease, Instant now)
    {
        Begin(now);
        return Ledger.TryFind(owner, out var account)
            ? _quoteDesk.Renew(account, new LadderStamp(epoch, sequence, lease, LastFill, now))
            : Rejection.UnknownAccount;
    }

    /// <summary>Tells the market what its price band lies around. An older one than the last is
    /// overlooked.</summary>
    /// <param name="reference">The reference price; unknown lifts the band.</param>
    /// <param name="heardAt">When it was heard: it loses its force when it is old.</param>
    public void SetReference(Mark reference, Instant heardAt) =>
        _band.Observe(reference, heardAt);

    /// <summary>Halts the market: no order or ladder is accepted until <see cref="Resume"/>, all
    /// quotes are taken out, and customers' orders stay, to be cancelled or to go on. Halted again,
    /// it has another reason.</summary>
    /// <param name="reason">For people, 1 to <see cref="MaxHaltReason"/> characters.</param>
    /// <param name="now">When this happens.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason is empty or too long.</exception>
    public void Halt(string reason, Instant now)
    {
        CheckHaltReason(reason);
        Begin(now);
        HaltReason = reason;
        _ladders.PullAll(PullReason.Halted);
    }

    /// <summary>Refuses what is no reason to <see cref="Halt"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The reason is empty or too long.</exception>
    public static void CheckHaltReason(string reason)
    {
        ArgumentOutOfRangeException.ThrowIfZero(reason.Length, nameof(reason));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            reason.Length, MaxHaltReason, nameof(reason));
    }

    /// <summary>Ends a halt.</summary>
    public void Resume(Instant now)
    {
        Begin(now);
        HaltReason = null;
    }

    /// <summary>Where an owner stands with its market-maker protection.</summary>
    public ProtectionStatus ProtectionOf(AccountId owner, Instant now) =>
        Ledger.TryFind(owner, out var account) && _ladders.TryFind(account, out var ladder)
            ? _ladders.StatusOf(ladder, now)
            : default;

    /// <summary>Lets an owner quote again whose quotes were pulled by its protection; the window
    /// begins anew.</summary>
    public Rejection ResetProtection(AccountId owner)
    {
        if (!Ledger.TryFind(owner, out var account))
            return Rejection.UnknownAccount;
        if (_ladders.TryFind(account, out var ladder))
            QuoteLadders.Reset(ladder);
        return Rejection.None;
    }

    /// <summary>Copies the best levels of a side, best first.</summary>
    /// <returns>How many were written.</returns>
    public int CopyDepth(Side side, Span<DepthLevel> into) => _book.CopyDepth(side, into);

    /// <summary>Copies an owner's resting quotes with their exact places in the queues: bids, then
    /// asks, best first. Looks at <see cref="MaxCountedAhead"/> orders at most; does not allocate.
    /// </summary>
    /// <returns>How many were written; what stands behind more orders than that is left out, with
    /// all that is worse.</returns>
    public int CopyQuotes(AccountId owner, Span<OwnOrder> into) =>
        Ledger.TryFind(owner, out var account) && _ladders.TryFind(account, out var ladder)
            ? QueuePositions.Copy(_book, ladder, into, MaxCountedAhead)
            : 0;

    /// <summary>What an owner's ladder looks like now, trades since its last mass quote
    /// included.</summary>
    public QuotedTop Top(AccountId owner) =>
        Ledger.TryFind(owner, out var account) ? _quoteDesk.Top(account) : default;

    /// <summary>Finds a live order, resting or waiting for its trigger.</summary>
    public bool TryGetOrder(OrderId id, out RestingOrder order) => _views.TryGet(id, out order);

    /// <summary>All resting orders: bids, then asks, each by price and time. For snapshots and
    /// tests; allocates.</summary>
    public IReadOnlyList<RestingOrder> Orders() => _views.Resting();

    /// <summary>All stops that wait for their trigger, first come first; allocates.</summary>
    public IReadOnlyList<RestingOrder> Stops() => _views.Parked();

    /// <summary>An account's resting orders and quotes, each with its exact place in the queue.
    /// </summary>
    /// <remarks>Looks at the whole book; for market data, away from the hot path. Allocates.
    /// </remarks>
    public OwnOrder[] OwnOrders(AccountId owner) =>
        Ledger.TryFind(owner, out var account) ? QueuePositions.Of(_book, account) : [];

    /// <summary>All that must survive of an account.</summary>
    public bool TryDescribe(AccountId name, [NotNullWhen(true)] out AccountSnapshot? account)
    {
        account = Ledger.TryFind(name, out var number) ? Describe(number) : null;
        return account is not null;
    }

    /// <summary>All that must survive a restart: quotes are not among it.</summary>
    public EngineSnapshot Snapshot()
    {
        var accounts = new AccountSnapshot[Ledger.Count];
        for (var account = 0; account < accounts.Length; account++)
            accounts[account] = Describe(account);
        return new EngineSnapshot(
            LastFill,
            _numbers.Last,
            Ledger.VenueFees,
            accounts,
            [.. Orders().Where(order => !order.IsQuote), .. Stops()])
        {
            LastPrice = LastPrice,
            HaltReason = HaltReason,
        };
    }

    /// <summary>Opens a market as a snapshot left it.</summary>
    /// <param name="spec">What is traded.</param>
    /// <param name="fees">What the venue charges.</param>
    /// <param name="snapshot">What the market was.</param>
    /// <param name="epoch">Which life of the market begins; see the constructor.</param>
    /// <exception cref="InvariantBrokenException">The snapshot contradicts itself.</exception>
    /// <exception cref="MarketMismatchException">It does not fit what is traded, or the fees.
    /// </exception>
    public static MatchingEngine Restore(
        PairSpec spec, FeeSchedule fees, EngineSnapshot snapshot, long epoch = 0)
    {
        var engine = new MatchingEngine(spec, fees, epoch);
        engine._numbers.Restore(snapshot.LastOrder);
        engine._matcher.LastFill = snapshot.LastFill;
        engine._matcher.LastPrice = snapshot.LastPrice;
        engine.HaltReason = snapshot.HaltReason;
        engine.Ledger.RestoreVenueFees(snapshot.VenueFees);
        foreach (var account in snapshot.Accounts)
        {
            var opened = engine.OpenAccount(
                account.Name, account.Base, account.Quote, account.Terms);
            if (opened == Rejection.TermsOutOfRange)
            {
                throw new MarketMismatchException(
                    $"{spec.Id} has terms of {account.Name} that its settings do not allow: "
                    + $"{account.Terms}. Set FeeTiers and MaxQuantity back, and change the terms "
                    + "first.");
            }
            Invariant.Holds(opened == Rejection.None);
            Invariant.Holds(engine.Ledger.TryFind(account.Name, out var number));
            engine._transfers.Restore(number, account.LastTransfer);
        }
        foreach (var order in snapshot.Orders)
        {
            Invariant.Holds(engine.Ledger.TryFind(order.Account, out var account));
            engine._desk.Restore(order, account);
        }
        engine.Clear();
        return engine;
    }

    /// <summary>Begins a command: what was due before it is gone before it.</summary>
    private void Begin(Instant now)
    {
        Clear();
        _ladders.ExpireLeases(now);
        if (_expiries.IsDue(now))
            _orders.Expire(now);
    }

    /// <summary>Forgets what the last command did.</summary>
    private void Clear()
    {
        _matcher.Clear();
        _touched.Clear();
        _ladders.Clear();
    }

    private AccountSnapshot Describe(int account)
    {
        var balance = Ledger[account];
        return new AccountSnapshot(Ledger.Name(account), balance.Base, balance.Quote)
        {
            Terms = Ledger.TermsOf(account),
            LastTransfer = _transfers.Last(account),
        };
    }

    private OrderBounds BoundsOf(int account, Instant now)
    {
        var (low, high) = _band.At(now, Limits);
        return new OrderBounds(
            HaltReason is not null, low, high, MaxQuantityOf(account), MaxOpenOrdersOf(account));
    }

    private int MaxOpenOrdersOf(int account)
    {
        var limit = Ledger.TermsOf(account).MaxOpenOrders;
        return limit == 0 ? Limits.MaxOpenOrders : Math.Min(limit, Limits.MaxOpenOrders);
    }

    private Quantity MaxQuantityOf(int account)
    {
        var limit = Ledger.TermsOf(account).MaxQuantity;
        return limit == Quantity.Zero ? Spec.MaxQuantity : limit;
    }

    private bool AreInRange(in AccountTerms terms) =>
        terms.Group >= 0
        && terms.FeeTier >= 0 && terms.FeeTier < Ledger.Fees.Tiers
        && terms.MaxOpenOrders >= 0 && terms.MaxOpenOrders <= MaxRestingOrders
        && terms.MaxQuantity >= Quantity.Zero && terms.MaxQuantity <= Spec.MaxQuantity;
}
