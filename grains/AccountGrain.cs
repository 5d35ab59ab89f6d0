using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.State;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IAccountGrain"/>
/// <remarks>
/// Each step of a transfer is one pure step of the <see cref="Wallet"/> and one write. Calls
/// interleave while they wait for the disk or for a pair; the writer takes the steps one by one,
/// and what it has not written yet is neither answered nor sent to a pair. A write that failed may
/// have happened all the same: the activation steps down, and the next one reads the disk.
/// </remarks>
[Reentrant]
public sealed class AccountGrain(
    [PersistentState("account")] IPersistentState<AccountState> storage,
    PairCatalogue catalogue,
    TimeProvider time,
    ILogger<AccountGrain> logger)
    : Grain, IAccountGrain, IDisposable
{
    private static readonly TimeSpan _shortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    private readonly StateWriter<AccountState> _state = new(storage);
    private readonly Dictionary<PairId, Task<bool>> _runs = [];
    private AccountId _account;
    private TransferListing _listing = null!;
    private IGrainTimer _retry = null!;
    private TimeSpan _pause = _shortestPause;

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _account = AccountId.Parse(this.GetPrimaryKeyString());
        _listing = new TransferListing(GrainFactory, _account);
        var isWaiting = _state.State.Wallet.InFlight.Any();
        _retry = this.RegisterGrainTimer(
            RunAll,
            new GrainTimerCreationOptions(
                isWaiting ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)
            {
                Interleave = true,
                KeepAlive = true,
            });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<TransferReply> Move(TransferOrder order)
    {
        if (!order.IsWithPair)
            return await Begin(order);
        if (!order.TryGetDelta(catalogue.Get(order.Pair).Spec, out _, out _))
            return new TransferReply(null, TransferRefusal.AmountOutOfRange);
        await _listing.Enter();
        try
        {
            var reply = await Begin(order);
            while (reply.Transfer is { IsInFlight: true } && await Run(order.Pair))
                reply = await Begin(order);
            return reply;
        }
        finally
        {
            _listing.Leave();
        }
    }

    /// <inheritdoc/>
    public Task<WalletView?> Get() => Read(wallet =>
        wallet.IsEmpty ? null : new WalletView([.. wallet.Balances], [.. wallet.InFlight]));

    /// <inheritdoc/>
    public Task<Transfer?> Find(TransferId id) => Read(wallet => wallet.Find(id));

    /// <inheritdoc/>
    public async Task Resume()
    {
        await RunAll();
        await _listing.RemoveIf(() => !_state.State.Wallet.InFlight.Any());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listing?.Dispose();
        _state.Dispose();
    }

    private Task<TransferReply> Begin(TransferOrder order) => Write(wallet =>
    {
        var step = wallet.Begin(order, Now);
        return (step.Wallet, new TransferReply(step.Transfer, step.Refusal));
    });

    private async Task RunAll() =>
        await Task.WhenAll(
            (await Read(wallet => wallet.InFlight.Select(one => one.Order.Pair).ToHashSet()))
            .Select(Run));

    /// <summary>Carries the transfers with a pair to their end, one after the other. Whoever comes
    /// meanwhile waits for the same run.</summary>
    /// <returns>Whether the pair has answered all; if not, it is asked again after a pause.
    /// </returns>
    private Task<bool> Run(PairId pair)
    {
        if (!_runs.TryGetValue(pair, out var run) || run.IsCompleted)
            _runs[pair] = run = RunToEnd(pair);
        return run;
    }

    private async Task<bool> RunToEnd(PairId pair)
    {
        try
        {
            while (await Read(wallet => wallet.Next(pair)) is { } transfer)
            {
                var outcome = await Ask(transfer);
                if (outcome == TransferOutcome.TooManyAccounts)
                    throw new InvalidOperationException($"{pair} has no place for an account.");
                if (outcome == TransferOutcome.OutOfOrder)
                {
                    logger.LogCritical(
                        "{Account} and {Pair} disagree on {Transfer}, number {Number}: it stays "
                        + "in flight", _account, pair, transfer.Order.Id, transfer.Number.Value);
                    DeactivateOnIdle();
                    return false;
                }
                await Write(wallet => (wallet.Conclude(transfer.Order.Id, outcome), true));
            }
            _pause = _shortestPause;
            return true;
        }
        catch (Exception error)
        {
            logger.LogWarning(
                error, "{Account}'s transfers with {Pair} wait for {Pause}", _account, pair,
                _pause);
            _retry.Change(_pause, Timeout.InfiniteTimeSpan);
            _pause = _pause * 2 < _longestPause ? _pause * 2 : _longestPause;
            return false;
        }
    }

    private Task<TransferOutcome> Ask(Transfer transfer)
    {
        var pair = transfer.Order.Pair;
        var areWhole = transfer.Order.TryGetDelta(
            catalogue.Get(pair).Spec, out var amount, out var money);
        Engine.Invariant.Holds(areWhole);
        return GrainFactory.GetGrain<IMatchingEngineGrain>(pair.ToString())
            .Transfer(_account, transfer.Number, amount, money);
    }

    private Task<TResult> Read<TResult>(Func<Wallet, TResult> look) =>
        Write(wallet => (wallet, look(wallet)));

    private async Task<TResult> Write<TResult>(
        Func<Wallet, (Wallet Wallet, TResult Result)> step)
    {
        try
        {
            return await _state.Write(state =>
            {
                var (wallet, result) = step(state.Wallet);
                return (
                    wallet == state.Wallet ? state : state with { Wallet = wallet }, result);
            });
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
