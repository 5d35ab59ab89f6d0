using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.State;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using Orleans.Streams;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IMatchingEngineGrain"/>
/// <remarks>Each call makes one call to the pure engine; then what follows from it is noted and
/// the bell is rung. A snapshot is written every second that something changed.</remarks>
[AnchoredPlacement, Immovable, KeepAlive]
public sealed class MatchingEngineGrain(
    [PersistentState("engine")] IPersistentState<MatchingEngineState> storage,
    PairCatalogue catalogue,
    TimeProvider time,
    ILogger<MatchingEngineGrain> logger)
    : Grain, IMatchingEngineGrain, IDisposable
{
    private static readonly TimeSpan _saveInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _timeInterval = TimeSpan.FromMilliseconds(100);

    private readonly StateWriter<MatchingEngineState> _state = new(storage);
    private readonly RollingVolume _volume = new();
    private readonly ObligationsMeter _meter = new();
    private MatchingEngine _engine = null!;
    private FillLog _log = null!;
    private DepthRecorder _depth = null!;
    private IAsyncStream<FillBatch> _bell = null!;
    private AccountId? _maker;
    private PauseReason _excuse;
    private long _applied;
    private long _durable;
    private bool _isDirty;
    private long _crossings;
    private long _selfTrades;

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var listing = catalogue.Get(PairId.Parse(this.GetPrimaryKeyString()));
        var state = storage.State;
        _engine = state.Snapshot is { } snapshot
            ? MatchingEngine.Restore(listing.Spec, listing.Fees, snapshot)
            : new MatchingEngine(listing.Spec, listing.Fees);
        _engine.Limits = listing.Limits;
        // No market is looked at a million times a second: the time is beyond all earlier numbers.
        _depth = new DepthRecorder(_engine, Now.Microseconds);
        _log = new FillLog(state.Fills);
        _volume.Restore(state.Volume);
        _durable = _engine.LastFill;
        _bell = this.GetStreamProvider(StreamNames.Provider)
            .GetStream<FillBatch>(StreamNames.FillsOf(listing.Spec.Id));
        this.RegisterGrainTimer(
            () => Save(_applied),
            new GrainTimerCreationOptions(_saveInterval, _saveInterval) { Interleave = true });
        this.RegisterGrainTimer(
            LetTimePass,
            new GrainTimerCreationOptions(_timeInterval, _timeInterval) { Interleave = true });
        // An engine that starts holds no quotes, whatever its maker believes: an empty bell tells.
        _ = Ring(new FillBatch([]));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(
        DeactivationReason reason, CancellationToken cancellationToken) =>
        await Save(_applied);

    /// <inheritdoc/>
    public ValueTask<MassQuoteReply> MassQuote(MassQuote quotes)
    {
        _engine.SetReference(quotes.Reference, quotes.HeardAt);
        var result = _engine.MassQuote(
            quotes.Owner, quotes.Epoch, quotes.Sequence, quotes.Bids, quotes.Asks, Now,
            quotes.Lease);
        var reply = new MassQuoteReply(
            result.Rejection,
            result.RejectedAt,
            result.Change,
            result.LastFill,
            result.Reports.ToArray(),
            Best(Side.Buy),
            Best(Side.Sell))
        {
            Market = _engine.Epoch,
        };
        if (result.Rejection == Rejection.None)
            (_maker, _excuse) = (quotes.Owner, quotes.Excuse);
        Conclude();
        return new(reply);
    }

    /// <inheritdoc/>
    public ValueTask<Rejection> RenewQuotes(LadderRenewal renewal)
    {
        _engine.SetReference(renewal.Reference, renewal.HeardAt);
        var rejection = _engine.Renew(
            renewal.Owner, renewal.Epoch, renewal.Sequence, renewal.Lease, Now);
        Conclude();
        return new(rejection);
    }

    /// <inheritdoc/>
    public ValueTask<ProtectionStatus> GetProtection(AccountId account) =>
        new(_engine.ProtectionOf(account, Now));

    /// <inheritdoc/>
    public ValueTask<Rejection> ResetProtection(AccountId account) =>
        new(_engine.ResetProtection(account));

    /// <inheritdoc/>
    public async Task Halt(string reason)
    {
        _engine.Halt(reason, Now);
        await Halted();
    }

    /// <inheritdoc/>
    public async Task Resume()
    {
        _engine.Resume(Now);
        await Halted();
    }

    /// <inheritdoc/>
    public ValueTask<string?> GetHaltReason() => new(_engine.HaltReason);

    /// <inheritdoc/>
    public ValueTask<PlaceReply> Place(NewOrder order)
    {
        var result = _engine.Place(order, Now);
        return new(new PlaceReply(result, Conclude(result.Rejection)));
    }

    /// <inheritdoc/>
    public ValueTask<PlaceReply> Amend(
        AccountId account, OrderId id, Price price, Quantity quantity)
    {
        var result = _engine.Amend(account, id, price, quantity, Now);
        return new(new PlaceReply(result, Conclude(result.Rejection)));
    }

    /// <inheritdoc/>
    public ValueTask<CancelResult> Cancel(AccountId account, OrderId id)
    {
        var result = _engine.Cancel(account, id, Now);
        Conclude(result.Rejection);
        return new(result);
    }

    /// <inheritdoc/>
    public ValueTask<RestingOrder?> GetOrder(AccountId account, OrderId id) =>
        new(_engine.TryGetOrder(id, out var order) && order.Account == account ? order : null);

    /// <inheritdoc/>
    public async Task<Rejection> OpenAccount(
        AccountId account, Quantity amount, Notional money, AccountTerms terms)
    {
        var rejection = _engine.OpenAccount(account, amount, money, terms);
        if (rejection != Rejection.None)
            return rejection;
        _isDirty = true;
        await Save(_applied);
        return Rejection.None;
    }

    /// <inheritdoc/>
    public async Task<TransferOutcome> Transfer(
        AccountId account, TransferNumber number, Quantity amount, Notional money)
    {
        var result = _engine.Transfer(account, number, amount, money, Now);
        // A repeat may have come while the first answer is still on its way to the disk: it waits
        // for a write of its own.
        _isDirty = true;
        await Save(_applied);
        return result.Outcome;
    }

    /// <inheritdoc/>
    public async Task<Rejection> SetTerms(AccountId account, AccountTerms terms)
    {
        var rejection = _engine.SetTerms(account, terms);
        if (rejection != Rejection.None)
            return rejection;
        _isDirty = true;
        await Save(_applied);
        return Rejection.None;
    }

    /// <inheritdoc/>
    public ValueTask<AccountTerms?> GetTerms(AccountId account) =>
        new(_engine.Ledger.TryFind(account, out var number)
            ? _engine.Ledger.TermsOf(number)
            : null);

    /// <inheritdoc/>
    public ValueTask<Balance?> GetBalance(AccountId account) =>
        new(_engine.Ledger.TryFind(account, out var number) ? _engine.Ledger[number] : null);

    /// <inheritdoc/>
    public ValueTask<BookView> GetBook(int levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, BookView.MaxLevels);
        return new(new BookView(
            Now, _engine.LastFill, Depth(Side.Buy, levels), Depth(Side.Sell, levels)));
    }

    /// <inheritdoc/>
    public ValueTask<MarketView?> GetMarketView(long sequence, long lastFill)
    {
        var depth = _depth.Look();
        var isKnown = depth.Sequence == sequence && _engine.LastFill == lastFill;
        return new(isKnown ? null : new MarketView(Now, _engine.LastFill, depth));
    }

    /// <inheritdoc/>
    public ValueTask<OwnOrdersView?> GetOwnOrders(AccountId account) =>
        new(_engine.Ledger.TryFind(account, out _)
            ? new OwnOrdersView(Now, _engine.OwnOrders(account))
            : null);

    /// <inheritdoc/>
    public ValueTask<FillPage> GetFills(long after, int limit) =>
        new(new FillPage(_log.After(after, Checked(limit)), _engine.LastFill));

    /// <inheritdoc/>
    public ValueTask<FillPage> GetLatestFills(int limit) =>
        new(new FillPage(_log.Latest(Checked(limit)), _engine.LastFill));

    /// <inheritdoc/>
    public ValueTask<MarketStatistics> GetStatistics()
    {
        var now = Now;
        var (volume, turnover) = _volume.Total(now);
        return new(new MarketStatistics(
            _engine.LastFill,
            _durable,
            _engine.RestingOrders,
            volume,
            turnover,
            _engine.Ledger.VenueFees,
            _crossings,
            _selfTrades,
            _maker is null ? null : _meter.Report(now)));
    }

    /// <inheritdoc/>
    public async Task<long> Save(long applied)
    {
        _applied = Math.Max(_applied, applied);
        if (!_isDirty)
            return _durable;
        _log.Trim(_applied);
        long last = 0;
        try
        {
            await _state.Write(_ =>
            {
                (_isDirty, last) = (false, _engine.LastFill);
                return Describe();
            });
        }
        catch
        {
            _isDirty = true;
            throw;
        }
        return _durable = Math.Max(_durable, last);
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

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();

    private MatchingEngineState Describe() => new()
    {
        Snapshot = _engine.Snapshot(),
        Fills = _log.Snapshot(),
        Volume = [.. _volume.Snapshot()],
    };

    private async Task Halted()
    {
        Conclude();
        _isDirty = true;
        await Save(_applied);
    }

    /// <summary>Lets what is due expire although nobody says anything.</summary>
    private Task LetTimePass()
    {
        _engine.Advance(Now);
        Conclude();
        return Task.CompletedTask;
    }

    /// <summary>Notes what a command has changed that was not a customer's.</summary>
    private void Conclude()
    {
        _isDirty |= !_engine.Touched.IsEmpty;
        Announce(_engine.Pulls);
        Observe();
    }

    /// <summary>Says whose quotes the market has taken out by itself. Their maker hears an empty
    /// bell, and asks.</summary>
    private void Announce(ReadOnlySpan<LadderPull> pulls)
    {
        foreach (ref readonly var pull in pulls)
        {
            logger.LogWarning(
                "{Pair} pulled {Quotes} quotes of {Owner}: {Reason}",
                this.GetPrimaryKeyString(), pull.Quotes, pull.Owner, pull.Reason);
        }
        if (!pulls.IsEmpty)
            _ = Ring(new FillBatch([]));
    }

    /// <summary>Notes what a customer's command has changed and rings the bell.</summary>
    private Fill[] Conclude(Rejection rejection)
    {
        Announce(_engine.Pulls);
        if (rejection != Rejection.None)
            return [];
        _isDirty = true;
        if (_engine.Fills.IsEmpty)
        {
            Observe();
            return [];
        }
        var fills = _engine.Fills.ToArray();
        _log.Append(fills);
        foreach (ref readonly var fill in fills.AsSpan())
        {
            _volume.Add(fill.At, fill.Quantity, fill.Notional);
            _selfTrades += fill.MakerAccount == fill.TakerAccount ? 1 : 0;
        }
        Observe();
        _ = Ring(new FillBatch(fills));
        return fills;
    }

    private async Task Ring(FillBatch fills)
    {
        try
        {
            await _bell.OnNextAsync(fills);
        }
        catch (Exception error)
        {
            // The log has them: the next ring that is heard shows the gap, and it is read from
            // there.
            logger.LogError(error, "{Pair} could not announce fills", this.GetPrimaryKeyString());
        }
    }

    private void Observe()
    {
        var (bid, ask) = (Best(Side.Buy), Best(Side.Sell));
        _crossings += bid.Orders > 0 && ask.Orders > 0 && bid.Price >= ask.Price ? 1 : 0;
        if (_maker is { } maker)
            _meter.Observe(Now, _engine.Top(maker), _excuse);
    }

    private DepthLevel Best(Side side)
    {
        var best = default(DepthLevel);
        _engine.CopyDepth(side, new Span<DepthLevel>(ref best));
        return best;
    }

    private DepthLevel[] Depth(Side side, int levels)
    {
        var depth = new DepthLevel[levels];
        return depth[.._engine.CopyDepth(side, depth)];
    }

    private static int Checked(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, FillPage.MaxFills);
        return limit;
    }
}
