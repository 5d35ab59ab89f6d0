using System.Runtime.CompilerServices;
using MarketMaker.Bench.Matching.Reports;
using MarketMaker.Bench.Matching.Workloads;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Markets;

/// <summary>The engine's book and match loop, and nothing else.</summary>
internal sealed class BareMarket : IMarket
{
    private readonly OrderBook _book = new();

    public OrderBook Book => _book;

    public void Run<TSink>(ReadOnlySpan<MarketCommand> commands, ref TSink sink)
        where TSink : struct, IReportSink
    {
        foreach (ref readonly var command in commands)
        {
            if (command.Type == CommandType.New)
                Enter(command, ref sink);
            else if (command.Type == CommandType.Cancel)
                Cancel(command, ref sink);
            else
                Modify(command, ref sink);
        }
    }

    public void Clear()
    {
        foreach (var side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            while (_book.Best(side) is var slot && slot != OrderBook.None)
                _book.Remove(slot);
        }
    }

    private void Enter<TSink>(in MarketCommand command, ref TSink sink)
        where TSink : struct, IReportSink
    {
        var price = new Price(command.Ticks);
        var isImmediate = command.IsImmediateOrCancel != 0;
        if (command.Lots == 0)
        {
            Refuse(command, ref sink);
        }
        else if (isImmediate || _book.IsReachedBy(price, command.Side))
        {
            Take(command, isImmediate, ref sink);
        }
        // Most orders meet none: the book looks their number up once, as it queues them.
        else if (_book.TryRest(IdOf(command), command.Side, price, new Quantity(command.Lots))
            == OrderBook.None)
        {
            Refuse(command, ref sink);
        }
        else
        {
            sink.Accepted(
                command.Sequence, command.Side, command.OrderId, command.Ticks, command.Lots);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Take<TSink>(in MarketCommand command, bool isImmediate, ref TSink sink)
        where TSink : struct, IReportSink
    {
        if (_book.Find(IdOf(command)) != OrderBook.None)
        {
            Refuse(command, ref sink);
            return;
        }
        sink.Accepted(
            command.Sequence, command.Side, command.OrderId, command.Ticks, command.Lots);
        var remaining = Match(command, command.Side, ref sink);
        if (remaining.Lots == 0)
            return;
        if (isImmediate)
            sink.Cancelled(command.Sequence, command.Side, command.OrderId, command.Ticks);
        else
            _book.Rest(IdOf(command), command.Side, new Price(command.Ticks), remaining);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Refuse<TSink>(in MarketCommand command, ref TSink sink)
        where TSink : struct, IReportSink =>
        sink.Cancelled(command.Sequence, command.Side, command.OrderId, command.Ticks);

    private void Cancel<TSink>(in MarketCommand command, ref TSink sink)
        where TSink : struct, IReportSink
    {
        var slot = _book.TryRemove(IdOf(command), out var side);
        if (slot == OrderBook.None)
        {
            sink.CancelRejected(command.Sequence, command.OrderId);
            return;
        }
        var ticks = _book.Node(slot).Price.Ticks;
        sink.Cancelled(command.Sequence, side, command.OrderId, ticks);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Modify<TSink>(in MarketCommand command, ref TSink sink)
        where TSink : struct, IReportSink
    {
        var slot = _book.Find(IdOf(command));
        if (slot == OrderBook.None || command.Lots == 0)
        {
            sink.ModifyRejected(command.Sequence, command.OrderId);
            return;
        }
        var side = _book.SideOf(slot);
        _book.Remove(slot);
        sink.Modified(command.Sequence, side, command.OrderId, command.Ticks, command.Lots);
        var remaining = Match(command, side, ref sink);
        if (remaining.Lots > 0)
            _book.Rest(IdOf(command), side, new Price(command.Ticks), remaining);
    }

    private Quantity Match<TSink>(in MarketCommand command, Side side, ref TSink sink)
        where TSink : struct, IReportSink
    {
        var policy = new BarePolicy<TSink>(
            _book, ref sink, command.Sequence, command.OrderId);
        return MatchLoop.Run(
            _book, side, new Price(command.Ticks), new Quantity(command.Lots), ref policy);
    }

    private static OrderId IdOf(in MarketCommand command) => new((long)command.OrderId);
}
