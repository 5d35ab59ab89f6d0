using MarketMaker.Engine;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Journal;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.State;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Streams;

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

    /// <summary>After so long without a reader the tap is closed.</summary>
    private static readonly TimeSpan _tapPatience = TimeSpan.FromSeconds(30);

    private readonly MarketWatch _watch = new();
    private readonly OwnOrder[] _places = new OwnOrder[2 * MatchingEngine.MaxQuotesPerSide];
    private CustomerTap? _tap;
    private long _lastTapped;
    private Instant _tapReadAt;
    private MatchingEngineState _state = null!;
    private DepthRecorder _depth = null!;
    private IAsyncStream<FillBell> _bell = null!;
    private bool _hasRung;
    private bool _isSteppingDown;

    private Instant Now => Instant.From(time.GetUtcNow());

    private MatchingEngine Engine => _state.Market.Engine;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var listing = catalogue.Get(PairId.Parse(this.GetPrimaryKeyString()));
        _state = await MatchingEngineState.Recover(journals, listing, cancellationToken);
        Engine.Limits = listing.Limits;
        _depth = new DepthRecorder(Engine, DepthRecorder.StartOf(Engine.Epoch));
        _bell = this.GetStreamProvider(StreamNames.Provider)
            .GetStream<FillBell>(StreamNames.FillsOf(listing.Spec.Id));
        this.RegisterGrainTimer(
            LetTimePass, new GrainTimerCreationOptions(_timeInterval, _timeInterval));
        // An engine that starts holds no quotes, whatever its maker believes.
        _ = Ring(quotesGone: true);
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(
        DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_state is null)
            return;
        try
        {
            await _state.Journal.Tail.WaitAsync(cancellationToken);
        }
        catch (JournalLostException)
        {
            // Whoever waited for it was told.
        }
    }

    /// <summary>A command that breaks an invariant has left the market half changed: no more of it
    /// is written, and the next activation begins with what is.</summary>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (InvariantBrokenException error)
        {
            var reason = new JournalLostException($"A bug: {error.Message}", error);
            _state.Journal.Lose(reason);
            throw StepDown(reason);
        }
    }

    /// <inheritdoc/>
    public ValueTask<MassQuoteReply> MassQuote(MassQuote quotes)
    {
        ThrowIfLost();
        var now = Now;
        Engine.SetReference(quotes.Reference, quotes.HeardAt);
        var result = Engine.MassQuote(
            quotes.Owner, quotes.Epoch, quotes.Sequence, quotes.Bids, quotes.Asks, now,
            quotes.Lease);
        if (quotes.Owner != DeskAccount.Id)
        {
            _tap?.Add(CustomerCommand.Ladder(now, quotes.Owner, new(
                quotes.Epoch, quotes.Sequence, quotes.Lease, quotes.Bids, quotes.Asks)));
        }
        return Answer(result, quotes.Owner, quotes.Excuse);
    }

    /// <inheritdoc/>
    public ValueTask<MassQuoteReply> ChangeQuote(QuoteChange change)
    {
        ThrowIfLost();
        var now = Now;
        var result = Engine.ChangeQuote(
            change.Owner, change.Epoch, change.Sequence, change.Quote, now, change.Lease);
        if (result.Rejection == Rejection.None && change.Owner != DeskAccount.Id)
        {
            // The change is what the whole ladder with it is.
            _tap?.Add(CustomerCommand.Ladder(now, change.Owner, new(
                change.Epoch, change.Sequence, change.Lease,
                Wanted(result.Reports, Side.Buy), Wanted(result.Reports, Side.Sell))));
        }
        return Answer(result, change.Owner, PauseReason.None);
    }

    /// <inheritdoc/>
    public ValueTask<LadderRenewalReply> RenewQuotes(LadderRenewal renewal)
    {
        ThrowIfLost();
        Engine.SetReference(renewal.Reference, renewal.HeardAt);
        var now = Now;
        var rejection = Engine.Renew(
            renewal.Owner, renewal.Epoch, renewal.Sequence, renewal.Lease, now);
        if (renewal.Owner != DeskAccount.Id)
        {
            _tap?.Add(CustomerCommand.Renew(now, renewal.Owner, new(
                renewal.Epoch, renewal.Sequence, renewal.Lease, [], [])));
        }
        Note();
        return new(new LadderRenewalReply(
            rejection, Engine.LastFill, PlacesOf(renewal.Owner), Best(Side.Buy),
            Best(Side.Sell)));
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
        ThrowIfLost();
        var now = Now;
        Engine.Halt(reason, now);
        _tap?.Add(CustomerCommand.Halt(now, reason));
        await Commit(true);
    }

    /// <inheritdoc/>
    public async Task Resume()
    {
        ThrowIfLost();
        var now = Now;
        Engine.Resume(now);
        _tap?.Add(CustomerCommand.Resume(now));
        await Commit(true);
    }

    /// <inheritdoc/>
    public ValueTask<string?> GetHaltReason() => OnceDurable(Engine.HaltReason);

    /// <inheritdoc/>
    public ValueTask<PlaceReply> Place(NewOrder order)
    {
        ThrowIfLost();
        if (_state.Journal.IsFull)
            return new(new PlaceReply(Busy, []));
        var now = Now;
        // A repeat gets its first answer, and the market does not hear of it.
        var isTapped = _tap is not null && !_state.Market.HasAnswered(order);
        var (result, fills) = _state.Market.Place(order, now);
        if (isTapped)
            _tap!.Add(CustomerCommand.Place(now, order, result.Id));
        return Commit(new PlaceReply(result, fills));
    }

    /// <inheritdoc/>
    public ValueTask<PlaceReply> Amend(
        AccountId account, OrderId id, Price price, Quantity quantity)
    {
        ThrowIfLost();
        if (_state.Journal.IsFull)
            return new(new PlaceReply(Busy, []));
        var now = Now;
        var result = Engine.Amend(account, id, price, quantity, now);
        _tap?.Add(CustomerCommand.Amend(now, account, id, price, quantity));
        return Commit(new PlaceReply(result, _state.Market.FillsOf(result.Id)));
    }

    /// <inheritdoc/>
    public ValueTask<PlaceReply> Reduce(AccountId account, OrderId id, Quantity by)
    {
        ThrowIfLost();
        if (_state.Journal.IsFull)
            return new(new PlaceReply(Busy, []));
        var now = Now;
        var result = Engine.Reduce(account, id, by, now);
        _tap?.Add(CustomerCommand.Reduce(now, account, id, by));
        return Commit(new PlaceReply(result, []));
    }

    /// <inheritdoc/>
    public ValueTask<MassCancelReply> MassCancel(AccountId account, OrderFilter filter)
    {
        ThrowIfLost();
        if (_state.Journal.IsFull)
            return new(new MassCancelReply(Rejection.Busy, []));
        var now = Now;
        var result = Engine.MassCancel(account, filter, now);
        _tap?.Add(CustomerCommand.MassCancel(now, account, filter));
        return Commit(new MassCancelReply(result.Rejection, result.Cancelled.ToArray()));
    }

    /// <inheritdoc/>
    public ValueTask<CancelResult> Cancel(AccountId account, OrderId id)
    {
        ThrowIfLost();
        if (_state.Journal.IsFull)
            return new(new CancelResult(Rejection.Busy, default));
        var now = Now;
        var result = Engine.Cancel(account, id, now);
        _tap?.Add(CustomerCommand.Cancel(now, account, id));
        return Commit(result);
    }

    /// <inheritdoc/>
    public async Task<Rejection> OpenAccount(
        AccountId account, Quantity amount, Notional money, AccountTerms terms)
    {
        ThrowIfLost();
        if (_state.Journal.IsFull)
            return Rejection.Busy;
        var rejection = Engine.OpenAccount(account, amount, money, terms);
        if (rejection == Rejection.None)
        {
            _state.Market.Describe(account);
            _tap?.Add(CustomerCommand.Open(Now, account, amount, money, terms));
        }
        return await Commit(rejection);
    }

    /// <inheritdoc/>
    public async Task<TransferOutcome> Transfer(
        AccountId account, TransferNumber number, Quantity amount, Notional money)
    {
        // Never busy: each account has at most one transfer on its way.
        ThrowIfLost();
        var now = Now;
        var result = Engine.Transfer(account, number, amount, money, now);
        if (!result.IsRepeat && result.Outcome == TransferOutcome.Moved)
            _tap?.Add(CustomerCommand.Funds(now, account, amount, money));
        var isRemembered = result.Outcome
            is not (TransferOutcome.OutOfOrder or TransferOutcome.TooManyAccounts);
        if (!result.IsRepeat && isRemembered)
            _state.Market.Describe(account);
        return await Commit(result.Outcome);
    }

    /// <inheritdoc/>
    public async Task<Rejection> SetTerms(AccountId account, AccountTerms terms)
    {
        ThrowIfLost();
        if (_state.Journal.IsFull)
            return Rejection.Busy;
        var rejection = Engine.SetTerms(account, terms);
        if (rejection == Rejection.None)
        {
            _state.Market.Describe(account);
            _tap?.Add(CustomerCommand.Terms(Now, account, terms));
        }
        return await Commit(rejection);
    }

    /// <inheritdoc/>
    public ValueTask<AccountTerms?> GetTerms(AccountId account) =>
        OnceDurable<AccountTerms?>(
            Engine.Ledger.TryFind(account, out var number)
                ? Engine.Ledger.TermsOf(number)
                : null);

    /// <inheritdoc/>
    public ValueTask<RestingOrder?> GetOrder(AccountId account, OrderId id) =>
        OnceDurable<RestingOrder?>(
            Engine.TryGetOrder(id, out var order) && order.Account == account ? order : null);

    /// <inheritdoc/>
    public ValueTask<Balance?> GetBalance(AccountId account) =>
        OnceDurable<Balance?>(
            Engine.Ledger.TryFind(account, out var number) ? Engine.Ledger[number] : null);

    /// <inheritdoc/>
    public ValueTask<BookView> GetBook(int levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, BookView.MaxLevels);
        return OnceDurable(new BookView(
            Now, Engine.LastFill, Depth(Side.Buy, levels), Depth(Side.Sell, levels)));
    }

    /// <inheritdoc/>
    public ValueTask<MarketView?> GetMarketView(long sequence, long lastFill)
    {
        var depth = _depth.Look();
        var isKnown = depth.Sequence == sequence && Engine.LastFill == lastFill;
        return OnceDurable(isKnown ? null : new MarketView(Now, Engine.LastFill, depth));
    }

    /// <inheritdoc/>
    public ValueTask<OwnOrdersView?> GetOwnOrders(AccountId account) =>
        OnceDurable(
            Engine.Ledger.TryFind(account, out _)
                ? new OwnOrdersView(Now, Engine.OwnOrders(account))
                : null);

    /// <inheritdoc/>
    public ValueTask<FillPage> GetFills(long after, int limit)
    {
        var fills = _state.FillsAfter(after, Checked(limit));
        if (fills.Length == 0 || fills[^1].Number == _state.Readable)
            _hasRung = false;
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
        return OnceDurable(new MarketStatistics(
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
        ThrowIfLost();
        var now = Now;
        Engine.Advance(now);
        Note();
        if (Engine.Ledger.Count > TappedMarket.MaxAccounts)
            return new((TappedMarket?)null);
        _tap ??= new CustomerTap(_lastTapped);
        _tapReadAt = now;
        return new(new TappedMarket(Engine.Snapshot(), Engine.Epoch, _tap.Last, now));
    }

    /// <inheritdoc/>
    public ValueTask<TapPage> ReadTap(long epoch, long after)
    {
        ThrowIfLost();
        var now = Now;
        if (_tap is null || epoch != Engine.Epoch)
            return new(new TapPage(false, [], now));
        _tapReadAt = now;
        var commands = _tap.After(after, TapPage.MaxCommands);
        var isRest = commands.Length == 0 || commands[^1].Number == _tap.Last;
        return new(new TapPage(true, commands, isRest ? now : commands[^1].At));
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
        var reply = new MassQuoteReply(
            result.Rejection,
            result.RejectedAt,
            result.Change,
            result.LastFill,
            result.Reports.ToArray(),
            Best(Side.Buy),
            Best(Side.Sell))
        {
            Market = Engine.Epoch,
            Places = owner == DeskAccount.Id ? PlacesOf(owner) : [],
        };
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
        return OnceDurable(answer);
    }

    /// <summary>Takes down what something has changed for good that nobody waits for.</summary>
    private void Note()
    {
        if (Take())
            _ = Settle();
    }

    private bool Take()
    {
        Announce(Engine.Pulls);
        var now = Now;
        var isRecorded = _state.Record(now);
        _watch.Observe(Engine, Best(Side.Buy), Best(Side.Sell), now);
        return isRecorded;
    }

    /// <summary>Gives an answer once all that it could speak of is durable.</summary>
    /// <exception cref="OutcomeUnknownException">That cannot be known.</exception>
    private async ValueTask<T> OnceDurable<T>(T answer)
    {
        var (tail, last) = (_state.Journal.Tail, Engine.LastFill);
        if (!tail.IsCompletedSuccessfully)
        {
            try
            {
                await tail;
            }
            catch (JournalLostException reason)
            {
                throw StepDown(reason);
            }
        }
        if (last > _state.Readable)
        {
            _state.Readable = last;
            if (!_hasRung)
                _ = Ring(quotesGone: false);
        }
        return answer;
    }

    private async Task Settle()
    {
        try
        {
            await OnceDurable(true);
        }
        catch (OutcomeUnknownException)
        {
            // Nobody waits; the activation steps down.
        }
    }

    private void ThrowIfLost()
    {
        if (_state.Journal.Lost is { } reason)
            throw StepDown(reason);
    }

    /// <summary>Ends this activation: memory is ahead of the disk, and the next activation begins
    /// with what is there.</summary>
    private OutcomeUnknownException StepDown(JournalLostException reason)
    {
        var journal = _state.Journal;
        if (!_isSteppingDown)
        {
            _isSteppingDown = true;
            logger.LogWarning(
                "{Pair} steps down in life {Epoch}: {Reason}",
                journal.Pair, journal.Epoch, reason.Message);
            DeactivateOnIdle();
        }
        return new OutcomeUnknownException(journal.Pair.ToString());
    }

    /// <summary>Lets what is due expire although nobody says anything.</summary>
    private Task LetTimePass()
    {
        ThrowIfLost();
        var now = Now;
        Engine.Advance(now);
        Note();
        // What is said from then on has no number, and the next tap leaves one out to show it.
        if (_tap is { } tap && now - _tapReadAt > _tapPatience)
            (_tap, _lastTapped) = (null, tap.Last + 1);
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
            _ = Ring(quotesGone: true);
    }

    private async Task Ring(bool quotesGone)
    {
        _hasRung = true;
        try
        {
            await _bell.OnNextAsync(new FillBell(_state.Readable, quotesGone));
        }
        catch (Exception error)
        {
            // The log has them, and the maker looks into it from time to time.
            _hasRung = false;
            logger.LogError(error, "{Pair} could not ring the bell", this.GetPrimaryKeyString());
        }
    }

    private OwnOrder[] PlacesOf(AccountId owner) =>
        _places[..Engine.CopyQuotes(owner, _places)];

    private DepthLevel Best(Side side)
    {
        var best = default(DepthLevel);
        Engine.CopyDepth(side, new Span<DepthLevel>(ref best));
        return best;
    }

    private DepthLevel[] Depth(Side side, int levels)
    {
        var depth = new DepthLevel[levels];
        return depth[..Engine.CopyDepth(side, depth)];
    }

    private static int Checked(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, FillPage.MaxFills);
        return limit;
    }
}
