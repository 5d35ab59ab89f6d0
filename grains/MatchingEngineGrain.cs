using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Journal;
using MarketMaker.Grains.MarketData;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.State;
using MarketMaker.Grains.Streams;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Placement;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IMatchingEngineGrain"/>
/// <remarks>Each command makes one call to the pure engine and hands what follows to the journal.
/// Reentrant: while the journal writes, the next commands are matched; each answer, and each
/// reader's, waits until all that it could speak of is durable.</remarks>
[AnchoredPlacement, Immovable, KeepAlive, Reentrant]
public sealed class MatchingEngineGrain(
    JournalWriter journals,
    PairCatalogue catalogue,
    TimeProvider time,
    ILogger<MatchingEngineGrain> logger)
    : Grain, IMatchingEngineGrain, IIncomingGrainCallFilter
{
    /// <summary>How late what is due may expire in a market in which nothing else happens.
    /// </summary>
    private static readonly TimeSpan _timeInterval = TimeSpan.FromMilliseconds(100);

    private readonly MarketWatch _watch = new();
    private MatchingEngineState _state = null!;
    private DurableAnswers _answers = null!;
    private TradeBell _bell = null!;
    private MarketViews _views = null!;
    private MarketTap _tap = null!;
    private string? _fault;

    private Instant Now => Instant.From(time.GetUtcNow());

    private MatchingEngine Engine => _state.Market.Engine;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var listing = catalogue.Get(PairId.Parse(this.GetPrimaryKeyString()));
        try
        {
            _state = await MatchingEngineState.Recover(journals, listing, cancellationToken);
        }
        catch (Exception fault) when (fault is CorruptJournalException or MarketMismatchException)
        {
            // It stays, and says so: to try again would cost a life of the pair, and find the same.
            _fault = fault.Message;
            logger.LogCritical("{Fault}", _fault);
            return;
        }
        Engine.Limits = listing.Limits;
        var stream = this.GetStreamProvider(StreamNames.Provider)
            .GetStream<FillBell>(StreamNames.FillsOf(listing.Spec.Id));
        _bell = new TradeBell(stream, listing.Spec.Id, logger);
        _answers = new DurableAnswers(_state, _bell, DeactivateOnIdle, time, logger);
        _views = new MarketViews(Engine);
        _tap = new MarketTap(Engine);
        this.RegisterGrainTimer(
            LetTimePass, new GrainTimerCreationOptions(_timeInterval, _timeInterval));
        // An engine that starts holds no quotes, whatever its maker believes.
        _bell.QuotesGone(_state.Readable);
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(
        DeactivationReason reason, CancellationToken cancellationToken) =>
        _answers?.Drain(cancellationToken) ?? Task.CompletedTask;

    /// <summary>A command that ends in its midst has left the market half changed: no more of it
    /// is written, and the next activation begins with what is.</summary>
    /// <exception cref="PairOutOfServiceException">What is stored of the pair is damaged, or does
    /// not fit its settings.</exception>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (_fault is not null)
            throw new PairOutOfServiceException(_fault);
        try
        {
            await context.Invoke();
        }
        catch (Exception error) when (_answers.HasSpoilt(error))
        {
            throw _answers.Abandon(error);
        }
    }

    /// <inheritdoc/>
    public ValueTask<MassQuoteReply> MassQuote(MassQuote quotes)
    {
        _answers.Begin();
        var now = Now;
        Engine.SetReference(quotes.Reference, quotes.HeardAt);
        var result = Engine.MassQuote(
            quotes.Owner, quotes.Epoch, quotes.Sequence, quotes.Bids, quotes.Asks, now,
            quotes.Lease);
        if (quotes.Owner != DeskAccount.Id)
        {
            _tap.Open?.Add(CustomerCommand.Ladder(now, quotes.Owner, new(
                quotes.Epoch, quotes.Sequence, quotes.Lease, quotes.Bids, quotes.Asks)));
        }
        return Answer(result, quotes.Owner, quotes.Excuse);
    }

    /// <inheritdoc/>
    public ValueTask<MassQuoteReply> ChangeQuote(QuoteChange change)
    {
        _answers.Begin();
        var now = Now;
        var result = Engine.ChangeQuote(
            change.Owner, change.Epoch, change.Sequence, change.Quote, now, change.Lease);
        if (result.Rejection == Rejection.None && change.Owner != DeskAccount.Id)
        {
            // The change is what the whole ladder with it is.
            _tap.Open?.Add(CustomerCommand.Ladder(now, change.Owner, new(
                change.Epoch, change.Sequence, change.Lease,
                Wanted(result.Reports, Side.Buy), Wanted(result.Reports, Side.Sell))));
        }
        return Answer(result, change.Owner, PauseReason.None);
    }

    /// <inheritdoc/>
    public ValueTask<LadderRenewalReply> RenewQuotes(LadderRenewal renewal)
    {
        _answers.Begin();
        Engine.SetReference(renewal.Reference, renewal.HeardAt);
        var now = Now;
        var rejection = Engine.Renew(
            renewal.Owner, renewal.Epoch, renewal.Sequence, renewal.Lease, now);
        if (renewal.Owner != DeskAccount.Id)
        {
            _tap.Open?.Add(CustomerCommand.Renew(now, renewal.Owner, new(
                renewal.Epoch, renewal.Sequence, renewal.Lease, [], [])));
        }
        Note();
        return new(_views.Renewal(rejection, renewal.Owner));
    }

    /// <inheritdoc/>
    public ValueTask<ProtectionStatus> GetProtection(AccountId account) =>
        new(Engine.ProtectionOf(account, Now));

    /// <inheritdoc/>
    public ValueTask<Rejection> ResetProtection(AccountId account) =>
        new(Engine.ResetProtection(account));

    /// <inheritdoc/>
    public async Task Halt(string reason)
    {
        MatchingEngine.CheckHaltReason(reason);
        _answers.Begin();
        var now = Now;
        Engine.Halt(reason, now);
        _tap.Open?.Add(CustomerCommand.Halt(now, reason));
        await Commit(true);
    }

    /// <inheritdoc/>
    public async Task Resume()
    {
        _answers.Begin();
        var now = Now;
        Engine.Resume(now);
        _tap.Open?.Add(CustomerCommand.Resume(now));
        await Commit(true);
    }

    /// <inheritdoc/>
    public ValueTask<string?> GetHaltReason() => _answers.OnceDurable(Engine.HaltReason);

    /// <inheritdoc/>
    public ValueTask<PlaceReply> Place(NewOrder order)
    {
        if (!_answers.TryBegin())
            return new(new PlaceReply(Busy, []));
        var now = Now;
        // A repeat gets its first answer, and the market does not hear of it.
        var isTapped = _tap.Open is not null && !_state.Market.HasAnswered(order);
        var (result, fills) = _state.Market.Place(order, now);
        if (isTapped)
            _tap.Open!.Add(CustomerCommand.Place(now, order, result.Id));
        return Commit(new PlaceReply(result, fills));
    }

    /// <inheritdoc/>
    public ValueTask<PlaceReply> Amend(
        AccountId account, OrderId id, Price price, Quantity quantity)
    {
        if (!_answers.TryBegin())
            return new(new PlaceReply(Busy, []));
        var now = Now;
        var result = Engine.Amend(account, id, price, quantity, now);
        _tap.Open?.Add(CustomerCommand.Amend(now, account, id, price, quantity));
        return Commit(new PlaceReply(result, _state.Market.FillsOf(result.Id)));
    }

    /// <inheritdoc/>
    public ValueTask<PlaceReply> Reduce(AccountId account, OrderId id, Quantity by)
    {
        if (!_answers.TryBegin())
            return new(new PlaceReply(Busy, []));
        var now = Now;
        var result = Engine.Reduce(account, id, by, now);
        _tap.Open?.Add(CustomerCommand.Reduce(now, account, id, by));
        return Commit(new PlaceReply(result, []));
    }

    /// <inheritdoc/>
    public ValueTask<MassCancelReply> MassCancel(AccountId account, OrderFilter filter)
    {
        if (!_answers.TryBegin())
            return new(new MassCancelReply(Rejection.Busy, []));
        var now = Now;
        var result = Engine.MassCancel(account, filter, now);
        _tap.Open?.Add(CustomerCommand.MassCancel(now, account, filter));
        return Commit(new MassCancelReply(result.Rejection, result.Cancelled.ToArray()));
    }

    /// <inheritdoc/>
    public ValueTask<CancelResult> Cancel(AccountId account, OrderId id)
    {
        if (!_answers.TryBegin())
            return new(new CancelResult(Rejection.Busy, default));
        var now = Now;
        var result = Engine.Cancel(account, id, now);
        _tap.Open?.Add(CustomerCommand.Cancel(now, account, id));
        return Commit(result);
    }

    /// <inheritdoc/>
    public async Task<Rejection> OpenAccount(
        AccountId account, Quantity amount, Notional money, AccountTerms terms)
    {
        if (!_answers.TryBegin())
            return Rejection.Busy;
        var rejection = Engine.OpenAccount(account, amount, money, terms);
        if (rejection == Rejection.None)
        {
            _state.Market.Describe(account);
            _tap.Open?.Add(CustomerCommand.Open(Now, account, amount, money, terms));
        }
        return await Commit(rejection);
    }

    /// <inheritdoc/>
    public async Task<TransferOutcome> Transfer(
        AccountId account, TransferNumber number, Quantity amount, Notional money)
    {
        // Never busy: each account has at most one transfer on its way.
        _answers.Begin();
        var now = Now;
        var result = Engine.Transfer(account, number, amount, money, now);
        if (!result.IsRepeat && result.Outcome == TransferOutcome.Moved)
            _tap.Open?.Add(CustomerCommand.Funds(now, account, amount, money));
        var isRemembered = result.Outcome
            is not (TransferOutcome.OutOfOrder or TransferOutcome.TooManyAccounts);
        if (!result.IsRepeat && isRemembered)
            _state.Market.Describe(account);
        return await Commit(result.Outcome);
    }

    /// <inheritdoc/>
    public async Task<Rejection> SetTerms(AccountId account, AccountTerms terms)
    {
        if (!_answers.TryBegin())
            return Rejection.Busy;
        var rejection = Engine.SetTerms(account, terms);
        if (rejection == Rejection.None)
        {
            _state.Market.Describe(account);
            _tap.Open?.Add(CustomerCommand.Terms(Now, account, terms));
        }
        return await Commit(rejection);
    }

    /// <inheritdoc/>
    public ValueTask<AccountTerms?> GetTerms(AccountId account) =>
        _answers.OnceDurable(_views.Terms(account));

    /// <inheritdoc/>
    public ValueTask<RestingOrder?> GetOrder(AccountId account, OrderId id) =>
        _answers.OnceDurable(_views.Order(account, id));

    /// <inheritdoc/>
    public ValueTask<Balance?> GetBalance(AccountId account) =>
        _answers.OnceDurable(_views.Balance(account));

    /// <inheritdoc/>
    public ValueTask<BookView> GetBook(int levels) =>
        _answers.OnceDurable(_views.Book(levels, Now));

    /// <inheritdoc/>
    public ValueTask<MarketView?> GetMarketView(long sequence, long lastFill) =>
        _answers.OnceDurable(_views.Market(sequence, lastFill, Now));

    /// <inheritdoc/>
    public ValueTask<OwnOrdersView?> GetOwnOrders(AccountId account) =>
        _answers.OnceDurable(_views.OwnOrders(account, Now));

    /// <inheritdoc/>
    public ValueTask<FillPage> GetFills(long after, int limit)
    {
        var fills = _state.FillsAfter(after, Checked(limit));
        if (fills.Length == 0 || fills[^1].Number == _state.Readable)
            _bell.Heard();
        return new(new FillPage(fills, _state.Readable));
    }

    /// <inheritdoc/>
    public ValueTask<FillPage> GetLatestFills(int limit) =>
        new(new FillPage(_state.LatestFills(Checked(limit)), _state.Readable));

    /// <inheritdoc/>
    public ValueTask<MarketStatistics> GetStatistics()
    {
        var now = Now;
        var (volume, turnover) = _state.Market.Volume.Total(now);
        return _answers.OnceDurable(new MarketStatistics(
            Engine.LastFill,
            Engine.RestingOrders,
            volume,
            turnover,
            Engine.Ledger.VenueFees,
            _watch.Crossings,
            _watch.SelfTrades,
            _watch.Report(now)));
    }

    /// <inheritdoc/>
    public ValueTask Forget(long applied)
    {
        _state.Market.Log.Trim(applied);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<TappedMarket?> OpenTap()
    {
        _answers.Begin();
        var now = Now;
        Engine.Advance(now);
        Note();
        return new(_tap.Begin(now));
    }

    /// <inheritdoc/>
    public ValueTask<TapPage> ReadTap(long epoch, long after)
    {
        _answers.ThrowIfLost();
        return new(_tap.Read(epoch, after, Now));
    }

    /// <inheritdoc/>
    public ValueTask<SiloAddress> GetSilo() => new(GrainContext.Address.SiloAddress!);

    /// <inheritdoc/>
    public ValueTask MoveTo(SiloAddress silo)
    {
        logger.LogInformation("{Pair} moves to {Silo}", this.GetPrimaryKeyString(), silo);
        Anchor.Move(this, silo);
        return default;
    }

    /// <summary>Tells a maker what its ladder is now; that is memory, and waits for nothing.
    /// </summary>
    private ValueTask<MassQuoteReply> Answer(
        in MassQuoteResult result, AccountId owner, PauseReason excuse)
    {
        var reply = _views.Ladder(result, owner);
        if (result.Rejection == Rejection.None)
            _watch.Quoted(owner, excuse);
        Note();
        return new(reply);
    }

    private static Quote[] Wanted(ReadOnlySpan<QuoteReport> reports, Side side)
    {
        var quotes = new List<Quote>(reports.Length);
        foreach (ref readonly var report in reports)
        {
            if (report.Wanted.Side == side)
                quotes.Add(report.Wanted);
        }
        return [.. quotes];
    }

    private static PlaceResult Busy =>
        new(Rejection.Busy, default, default, default, default);

    /// <summary>Takes down what the last command has changed for good, and gives its answer once
    /// that is durable.</summary>
    private ValueTask<T> Commit<T>(T answer)
    {
        Take();
        return _answers.OnceDurable(answer);
    }

    /// <summary>Takes down what something has changed for good that nobody waits for.</summary>
    private void Note()
    {
        if (Take())
            _ = _answers.Settle();
    }

    private bool Take()
    {
        Announce(Engine.Pulls);
        var now = Now;
        var isRecorded = _answers.Record(now);
        _watch.Observe(Engine, _views.Best(Side.Buy), _views.Best(Side.Sell), now);
        return isRecorded;
    }

    /// <summary>Lets what is due expire although nobody says anything.</summary>
    private Task LetTimePass()
    {
        if (_answers.IsLost)
            return Task.CompletedTask;
        _answers.Begin();
        var now = Now;
        Engine.Advance(now);
        Note();
        _tap.CloseIfForgotten(now);
        return Task.CompletedTask;
    }

    /// <summary>Says whose quotes the market has taken out by itself. Their maker hears the bell,
    /// and asks.</summary>
    private void Announce(ReadOnlySpan<LadderPull> pulls)
    {
        foreach (ref readonly var pull in pulls)
        {
            logger.LogWarning(
                "{Pair} pulled {Quotes} quotes of {Owner}: {Reason}",
                _state.Journal.Pair, pull.Quotes, pull.Owner, pull.Reason);
        }
        if (!pulls.IsEmpty)
            _bell.QuotesGone(_state.Readable);
    }

    private static int Checked(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, FillPage.MaxFills);
        return limit;
    }
}
