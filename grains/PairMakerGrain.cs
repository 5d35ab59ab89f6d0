using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Backtests;
using MarketMaker.Grains.Feeds;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.Rules;
using MarketMaker.Grains.State;
using MarketMaker.Grains.Telemetry;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IPairMakerGrain"/>
/// <remarks>A shell around <see cref="PairMaker"/>: an event comes in, the pure maker decides, one
/// mass quote goes out. Books are written every second, and never ahead of the engine's log.
/// </remarks>
[AnchoredPlacement, Immovable, KeepAlive]
[ImplicitStreamSubscription(StreamNames.ReferencePrices)]
[ImplicitStreamSubscription(StreamNames.Fills)]
public sealed class PairMakerGrain(
    [PersistentState("maker")] IPersistentState<PairMakerState> storage,
    PairCatalogue catalogue,
    RuleLibrary library,
    PairBacktests backtests,
    IReferenceFeed feed,
    QuoteLatency latency,
    TimeProvider time,
    ILogger<PairMakerGrain> logger)
    : Grain, IPairMakerGrain, IStreamSubscriptionObserver,
        IAsyncObserver<ReferenceTick>, IAsyncObserver<FillBell>, IDisposable
{
    private const int ChecksPerLook = 4;

    private static readonly TimeSpan _checkInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _saveInterval = TimeSpan.FromSeconds(1);

    private readonly StateWriter<PairMakerState> _state = new(storage);
    private readonly MakerTally _tally = new();
    private PairListing _listing = null!;
    private IMatchingEngineGrain _engine = null!;
    private PairMaker _maker = null!;
    private MakerDesk _desk = null!;
    private MakerRules _rules = null!;
    private MakerShadow _shadow = null!;
    private long _checks;

    private Instant Now => Instant.From(time.GetUtcNow());

    private PairId Pair => _listing.Spec.Id;

    private PairConfiguration Configuration => _state.State.Configuration!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        _listing = catalogue.Get(PairId.Parse(key));
        _engine = GrainFactory.GetGrain<IMatchingEngineGrain>(key);
        await DrawEngineHere();
        var configuration = _state.State.Configuration ?? _listing.Defaults;
        _rules = new MakerRules(library, GrainFactory, key);
        _shadow = new MakerShadow(library, GrainFactory, _listing, _engine);
        var rule = await _rules.Begin(configuration, _state.State, cancellationToken);
        var books = _state.State.Configuration is null
            ? await MakerDesk.OpenBooks(_engine, _listing)
            : _state.State.Books;
        await _state.Write(state => _rules.Store(state with
        {
            Epoch = state.Epoch + 1,
            Configuration = configuration,
            Books = books,
        }));
        _maker = new PairMaker(
            _listing.Spec, DeskAccount.Id, _state.State.Books, configuration.ToParameters(), rule,
            _listing.Reference)
        {
            MayQuote = _state.State.Mode == MakerMode.Running,
            Guards = configuration.ToGuards(_listing.Spec),
        };
        _desk = new MakerDesk(_engine, _listing, _maker, _state.State.Epoch);
        await _desk.CatchUp();
        _rules.Attach(_maker);
        await GrainFactory.GetGrain<IDirectoryGrain>(IDirectoryGrain.Pairs).Add(key);
        if (_state.State.Mode != MakerMode.Stopped)
            feed.Follow(_listing);
        this.RegisterGrainTimer(Check, new(_checkInterval, _checkInterval));
        this.RegisterGrainTimer(
            Save,
            new GrainTimerCreationOptions(_saveInterval, _saveInterval) { Interleave = true });
        logger.LogInformation(
            "{Pair} is made by {Rule}, prices from {Source}",
            key, _rules.Current.Name, feed.Source);
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(
        DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_maker is null)
            return;
        feed.Unfollow(Pair);
        // The books alone: where a whole silo stops, the engine may have gone before.
        await WriteBooks();
    }

    /// <inheritdoc/>
    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        handleFactory.StreamId.GetNamespace() == StreamNames.Fills
            ? handleFactory.Create<FillBell>().ResumeAsync(this)
            : handleFactory.Create<ReferenceTick>().ResumeAsync(this);

    /// <inheritdoc/>
    public async Task OnNextAsync(ReferenceTick item, StreamSequenceToken? token = null)
    {
        try
        {
            if (!_tally.Count(item, Now))
                return;
            _maker.OnHealth(item.Source, item.Health, Now);
            if (!item.IsHealthAlone)
                _maker.OnReference(item.Source, item.Quote, item.HeardAt, Now);
            _shadow.Hear(item, Now);
            await Requote(item.IsHealthAlone ? null : item.ArrivedAt);
        }
        catch (Engine.InvariantBrokenException error)
        {
            logger.LogCritical(error, "{Pair}'s books cannot be trusted; it steps down", Pair);
            DeactivateOnIdle();
        }
        catch (Exception error)
        {
            // Offered again, the tick would only be older; the next one is on its way.
            logger.LogError(error, "{Pair} could not quote on tick {Number}", Pair, item.Number);
        }
        finally
        {
            feed.Handled(Pair, item.Source, item.Number);
        }
    }

    /// <inheritdoc/>
    public async Task OnNextAsync(FillBell item, StreamSequenceToken? token = null)
    {
        if (item.QuotesGone)
            _maker.OnNoReply();
        if (item.LastFill > _maker.Books.LastFill)
            await _desk.CatchUp();
        await Requote(null);
    }

    /// <inheritdoc/>
    public Task OnErrorAsync(Exception ex)
    {
        logger.LogError(ex, "{Pair}'s stream failed", Pair);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<PairStatus> GetStatus() =>
        new(MakerReport.Status(
            _maker, _listing, _state.State.Mode, Configuration, _rules.Current, feed.Source,
            Now));

    /// <inheritdoc/>
    public async Task<PairStatus> SetMode(MakerMode mode)
    {
        if (_state.State.Mode == MakerMode.Stopped && mode != MakerMode.Stopped)
        {
            _tally.ExpectFirst();
            _maker.OnFollowed();
            feed.Follow(_listing);
        }
        if (mode == MakerMode.Stopped)
            feed.Unfollow(Pair);
        _maker.MayQuote = mode == MakerMode.Running;
        await Requote(null);
        await _state.Write(state => state with { Mode = mode });
        return await GetStatus();
    }

    /// <inheritdoc/>
    public ValueTask<PairConfiguration> GetConfiguration() => new(Configuration);

    /// <inheritdoc/>
    public async Task<ConfigureReply> Configure(
        PairConfiguration configuration, StrategyAct? act = null)
    {
        var errors = configuration.Validate(_listing.Spec);
        if (errors.Length > 0)
            return new ConfigureReply(errors, Configuration);
        var (assignment, faults) = await _rules.Choose(configuration);
        if (faults.Length > 0)
            return new ConfigureReply(faults, Configuration);
        await _rules.Note(configuration, act ?? new StrategyAct(StrategyAct.Unknown, ""));
        await _state.Write(state => state with { Configuration = configuration });
        await _rules.Take(configuration, assignment);
        _maker.Guards = configuration.ToGuards(_listing.Spec);
        _maker.Configure(configuration.ToParameters());
        await Requote(null);
        await _state.Write(_rules.Store);
        return new ConfigureReply([], Configuration);
    }

    /// <inheritdoc/>
    public async Task<InventoryReport> GetInventory()
    {
        var balance = await _engine.GetBalance(DeskAccount.Id);
        return new InventoryReport(
            DeskAccount.Id,
            balance ?? default,
            _maker.Books.ProfitAndLoss.Position,
            _maker.Reference,
            _maker.Skew);
    }

    /// <inheritdoc/>
    public ValueTask<MakerStatistics> GetStatistics() =>
        new(MakerReport.Statistics(_maker.Books, _maker.RuleFaults, _tally));

    /// <inheritdoc/>
    public ValueTask<PairRuleView> GetRule() => new(_rules.Show());

    /// <inheritdoc/>
    public ValueTask<string?> Backtest(StrategyVersion candidate) =>
        new(backtests.Begin(_listing, Configuration, candidate, _rules.Current));

    /// <inheritdoc/>
    public ValueTask<ShadowView?> GetShadow() => new(_shadow.View);

    /// <inheritdoc/>
    public Task<FieldError[]> Prepare(StrategyVersion version) =>
        _rules.Prepare(version);

    /// <inheritdoc/>
    public async Task UseRule(string name, RuleAssignment assignment)
    {
        if (!await _rules.Use(name, assignment))
            return;
        await _state.Write(_rules.Store);
        if (_rules.HasNews)
            await TellRules();
    }

    /// <inheritdoc/>
    public async Task Save()
    {
        if (await WriteBooks())
            await _engine.Forget(_state.State.Books.LastFill);
    }

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();

    /// <summary>Writes the books, and what the rule remembers, if they have changed.</summary>
    /// <remarks>They contain durable trades only: no other is ever read. So the engine's log is
    /// never behind them, and after a crash the maker reads on from where they end.</remarks>
    private async Task<bool> WriteBooks()
    {
        var (books, cells) = (_maker.Books, _rules.SaveCells());
        if (books == _state.State.Books && Cells.AreSame(cells, _state.State.Cells))
            return false;
        var trial = _rules.SaveTrial();
        await _state.Write(state => state with { Books = books, Cells = cells, Trial = trial });
        return true;
    }

    /// <summary>Looks, four times a second, for what no event tells: a reference that has grown
    /// old, a pause that is over; once a second, whether a bell was lost.</summary>
    private async Task Check()
    {
        // A bell may be lost, and an engine that waits to be read does not ring again.
        if (++_checks % ChecksPerLook == 0)
        {
            await _desk.CatchUp();
            if (_rules.HasNews)
                _ = TellRules();
            if (_rules.Shadow is not null || _shadow.View is not null)
                _ = FollowInShadow();
        }
        await Requote(null);
    }

    /// <summary>Decides, and replaces the ladder if the decision says so.</summary>
    /// <param name="arrivedAt">When the frame arrived that this is about; null if none did.
    /// </param>
    private async Task Requote(long? arrivedAt)
    {
        var decision = _maker.Decide(Now);
        if (_maker.TakeRollback() is { } reason)
            OnRolledBack(reason);
        if (!decision.Replace)
        {
            await _desk.Renew(Now);
            return;
        }
        var reply = await _desk.Replace(decision.Reason, Now);
        if (reply.Rejection == Rejection.StaleSequence)
        {
            logger.LogWarning("{Pair} is made by a later activation; this one steps down", Pair);
            DeactivateOnIdle();
            return;
        }
        if (reply.Rejection is Rejection.MarketHalted or Rejection.QuotesFrozen)
        {
            _maker.OnRefused(
                reply.Rejection == Rejection.MarketHalted
                    ? PauseReason.MarketHalted
                    : PauseReason.Protection,
                Now);
            return;
        }
        Engine.Invariant.Holds(reply.Rejection == Rejection.None);
        _maker.OnReply(
            reply.Reports, reply.LastFill, reply.BestBid.Price, reply.BestAsk.Price);
        _maker.OnPlaces(reply.Places, reply.LastFill, reply.BestBid, reply.BestAsk);
        _tally.Count(reply, Now);
        if (arrivedAt is { } arrival)
            latency.Record(arrival);
    }

    private async Task DrawEngineHere()
    {
        var here = GrainContext.Address.SiloAddress!;
        var there = await Anchor.At(here, () => _engine.GetSilo());
        if (there != here)
            await _engine.MoveTo(here);
    }

    /// <summary>The maker quotes by the version before already; what remains is to write it down
    /// and to tell the others, which no tick waits for.</summary>
    private void OnRolledBack(string reason)
    {
        var left = _rules.Current;
        _rules.OnRolledBack(reason);
        logger.LogError(
            "{Pair} went back from {Rule} {Version} to {Before}: {Reason}",
            Pair, left.Name, left.Version, _rules.Current.Version, reason);
        _ = TellRules();
    }

    /// <summary>Lets the shadow follow the market; no tick waits for it.</summary>
    private async Task FollowInShadow()
    {
        try
        {
            await _shadow.Follow(_rules.Shadow, _rules.Current, Configuration);
        }
        catch (Exception error)
        {
            logger.LogError(error, "{Pair} could not follow the market in the shadow", Pair);
        }
    }

    private async Task TellRules()
    {
        try
        {
            await _state.Write(_rules.Store);
            await _rules.Tell();
        }
        catch (Exception error)
        {
            // The timer tells it again.
            logger.LogError(error, "{Pair} could not tell what its rules did", Pair);
        }
    }
}
