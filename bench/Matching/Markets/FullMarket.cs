using System.Numerics;
using System.Runtime.CompilerServices;
using MarketMaker.Bench.Matching.Reports;
using MarketMaker.Bench.Matching.Workloads;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Markets;

/// <summary>The whole <see cref="MatchingEngine"/>: owners, self-trade prevention, fees and
/// reservations are on.</summary>
/// <remarks>
/// Buyers and sellers are different accounts, <see cref="Owners"/> of each, so that the answer is
/// that of a market without owners. The engine numbers its orders itself; as a client does, this
/// remembers which number an order got.
/// </remarks>
internal sealed class FullMarket : IMarket
{
    /// <summary>Accounts of a side; a power of 2.</summary>
    private const int Owners = 16;

    private readonly MatchingEngine _engine;
    private readonly Handles _handles;
    private readonly PlacedOrder[] _placed;
    // By the engine's number; a power of 2, more than there can be orders.
    private readonly ulong[] _names;
    private readonly long _shift;
    private int _next;
    private long _clock;

    /// <summary>Prepares a market for a workload.</summary>
    /// <exception cref="UnfitWorkloadException">Its numbers are beyond the engine's.</exception>
    public FullMarket(Workload workload)
    {
        var range = WorkloadRange.Of(workload.Commands);
        _shift = range.Shift;
        _engine = new MatchingEngine(
            range.Spec(), new FeeSchedule(maker: new FeeRate(-100), taker: new FeeRate(500)));
        _handles = new Handles(workload.Commands);
        _placed = new PlacedOrder[_handles.Count];
        _names = new ulong[
            BitOperations.RoundUpToPowerOf2((uint)workload.Commands.Length + 1)];
        for (var account = 0; account < 2 * Owners; account++)
        {
            var (amount, money) = FundsOf(account);
            var opened = _engine.OpenAccount(NameOf(account), amount, money);
            if (opened != Rejection.None)
                throw new InvalidOperationException($"The engine opens no account: {opened}.");
        }
    }

    public void Run<TSink>(ReadOnlySpan<MarketCommand> commands, ref TSink sink)
        where TSink : struct, IReportSink
    {
        foreach (ref readonly var command in commands)
        {
            ref var placed = ref _placed[_handles.Of(_next++, out var isFirst)];
            if (isFirst)
                placed = default;
            if (command.Type == CommandType.New)
                Enter(command, ref placed, ref sink);
            else if (command.Type == CommandType.Cancel)
                Cancel(command, placed, ref sink);
            else
                Modify(command, ref placed, ref sink);
        }
    }

    public void Clear()
    {
        foreach (var order in _engine.Orders())
            _engine.Cancel(order.Account, order.Id, new Instant(++_clock));
        _next = 0;
        Refill();
    }

    /// <summary>Buyers have money and sellers have the asset, half of what the engine can count:
    /// the rest leaves room for what the venue earns.</summary>
    private static (Quantity Amount, Notional Money) FundsOf(int account)
    {
        const long share = Ledger.MaxTotal / (2 * Owners);
        return account < Owners ? (default, new Notional(share)) : (new Quantity(share), default);
    }

    private static AccountId NameOf(int account) => AccountId.Parse($"account-{account}");

    /// <summary>Takes away what each account has bought or earned and gives back what it began
    /// with, so that any number of passes can be paid for if one can.</summary>
    private void Refill()
    {
        for (var account = 0; account < 2 * Owners; account++)
        {
            var balance = _engine.Ledger[account];
            Move(account, -balance.Base, -balance.Quote);
        }
        for (var account = 0; account < 2 * Owners; account++)
        {
            var (amount, money) = FundsOf(account);
            Move(account, amount, money);
        }
    }

    private void Move(int account, Quantity amount, Notional money)
    {
        if ((amount, money) == default)
            return;
        var name = NameOf(account);
        var next = _engine.LastTransfer(name).Number.Next;
        var result = _engine.Transfer(name, next, amount, money, new Instant(++_clock));
        if (result.Outcome != TransferOutcome.Moved)
            throw new InvalidOperationException($"{name} is not refilled: {result.Outcome}.");
    }

    private void Enter<TSink>(
        in MarketCommand command, ref PlacedOrder placed, ref TSink sink)
        where TSink : struct, IReportSink
    {
        if (command.Lots == 0 || IsLive(placed))
        {
            sink.Cancelled(command.Sequence, command.Side, command.OrderId, command.Ticks);
            return;
        }
        sink.Accepted(
            command.Sequence, command.Side, command.OrderId, command.Ticks, command.Lots);
        var kind = command.IsImmediateOrCancel != 0
            ? OrderKind.ImmediateOrCancel
            : OrderKind.Limit;
        var cancelled = Place(command, command.Side, kind, ref placed, ref sink);
        if (cancelled.Lots > 0)
            sink.Cancelled(command.Sequence, command.Side, command.OrderId, command.Ticks);
    }

    private void Cancel<TSink>(
        in MarketCommand command, in PlacedOrder placed, ref TSink sink)
        where TSink : struct, IReportSink
    {
        if (TryTakeOut(placed))
            sink.Cancelled(command.Sequence, placed.Side, command.OrderId, placed.Ticks);
        else
            sink.CancelRejected(command.Sequence, command.OrderId);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Modify<TSink>(
        in MarketCommand command, ref PlacedOrder placed, ref TSink sink)
        where TSink : struct, IReportSink
    {
        if (command.Lots == 0 || !TryTakeOut(placed))
        {
            sink.ModifyRejected(command.Sequence, command.OrderId);
            return;
        }
        sink.Modified(
            command.Sequence, placed.Side, command.OrderId, command.Ticks, command.Lots);
        Place(command, placed.Side, OrderKind.Limit, ref placed, ref sink);
    }

    private bool IsLive(in PlacedOrder placed) => placed.Id != default && IsLive(placed.Id);

    // Few numbers come again, and the answer is large: not compiled into the way of the many.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsLive(OrderId id) => _engine.TryGetOrder(id, out _);

    private bool TryTakeOut(in PlacedOrder placed) =>
        _engine.Cancel(placed.Account, placed.Id, new Instant(++_clock)).Rejection
            == Rejection.None;

    private Quantity Place<TSink>(
        in MarketCommand command,
        Side side,
        OrderKind kind,
        ref PlacedOrder placed,
        ref TSink sink)
        where TSink : struct, IReportSink
    {
        var account = (int)side * Owners + (int)(command.OrderId % Owners);
        var order = new NewOrder(
            default, side, kind, new Price(command.Ticks + _shift), new Quantity(command.Lots));
        var result = _engine.Place(account, order, new Instant(++_clock));
        if (result.Rejection != Rejection.None)
        {
            throw new UnfitWorkloadException(
                $"the engine refuses record {_next - 1}: {result.Rejection}");
        }
        placed = new PlacedOrder(result.Id, command.Ticks, account, side);
        _names[(int)result.Id.Value & (_names.Length - 1)] = command.OrderId;
        foreach (ref readonly var fill in _engine.Fills)
        {
            sink.Traded(
                command.Sequence, fill.Price.Ticks - _shift, fill.Quantity.Lots,
                _names[(int)fill.Maker.Value & (_names.Length - 1)], command.OrderId);
        }
        return result.Cancelled;
    }
}
