using MarketMaker.Bench.Matching.Reports;
using MarketMaker.Bench.Matching.Workloads;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Markets;

/// <summary>A matching engine as one would first write it: sorted dictionaries of queues, and a
/// dictionary of the live orders. The oracle that the others are held against.</summary>
internal sealed class NaiveMarket : IMarket
{
    private readonly SortedDictionary<long, LinkedList<NaiveOrder>> _bids =
        new(Comparer<long>.Create((left, right) => right.CompareTo(left)));

    private readonly SortedDictionary<long, LinkedList<NaiveOrder>> _asks = [];
    private readonly Dictionary<ulong, LinkedListNode<NaiveOrder>> _orders = [];

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
        _bids.Clear();
        _asks.Clear();
        _orders.Clear();
    }

    private void Enter<TSink>(in MarketCommand command, ref TSink sink)
        where TSink : struct, IReportSink
    {
        if (command.Lots == 0 || _orders.ContainsKey(command.OrderId))
        {
            sink.Cancelled(command.Sequence, command.Side, command.OrderId, command.Ticks);
            return;
        }
        sink.Accepted(
            command.Sequence, command.Side, command.OrderId, command.Ticks, command.Lots);
        var order = new NaiveOrder(command.OrderId, command.Side, command.Ticks, command.Lots);
        Match(order, command.Sequence, ref sink);
        if (order.Lots == 0)
            return;
        if (command.IsImmediateOrCancel != 0)
            sink.Cancelled(command.Sequence, command.Side, command.OrderId, command.Ticks);
        else
            Rest(order);
    }

    private void Cancel<TSink>(in MarketCommand command, ref TSink sink)
        where TSink : struct, IReportSink
    {
        if (!_orders.TryGetValue(command.OrderId, out var place))
        {
            sink.CancelRejected(command.Sequence, command.OrderId);
            return;
        }
        var order = place.Value;
        Remove(place);
        sink.Cancelled(command.Sequence, order.Side, order.Id, order.Ticks);
    }

    private void Modify<TSink>(in MarketCommand command, ref TSink sink)
        where TSink : struct, IReportSink
    {
        if (command.Lots == 0 || !_orders.TryGetValue(command.OrderId, out var place))
        {
            sink.ModifyRejected(command.Sequence, command.OrderId);
            return;
        }
        var side = place.Value.Side;
        Remove(place);
        sink.Modified(command.Sequence, side, command.OrderId, command.Ticks, command.Lots);
        var order = new NaiveOrder(command.OrderId, side, command.Ticks, command.Lots);
        Match(order, command.Sequence, ref sink);
        if (order.Lots > 0)
            Rest(order);
    }

    private void Match<TSink>(NaiveOrder taker, ulong sequence, ref TSink sink)
        where TSink : struct, IReportSink
    {
        var levels = Levels(taker.Side.Opposite());
        while (taker.Lots > 0 && levels.Count > 0)
        {
            var (ticks, queue) = levels.First();
            if (taker.Side == Side.Buy ? ticks > taker.Ticks : ticks < taker.Ticks)
                break;
            var maker = queue.First!.Value;
            var lots = Math.Min(taker.Lots, maker.Lots);
            sink.Traded(sequence, ticks, lots, maker.Id, taker.Id);
            taker.Lots -= lots;
            maker.Lots -= lots;
            if (maker.Lots == 0)
                Remove(queue.First);
        }
    }

    private void Rest(NaiveOrder order)
    {
        var levels = Levels(order.Side);
        if (!levels.TryGetValue(order.Ticks, out var queue))
            levels.Add(order.Ticks, queue = []);
        _orders.Add(order.Id, queue.AddLast(order));
    }

    private void Remove(LinkedListNode<NaiveOrder> place)
    {
        var order = place.Value;
        var queue = place.List!;
        queue.Remove(place);
        if (queue.Count == 0)
            Levels(order.Side).Remove(order.Ticks);
        _orders.Remove(order.Id);
    }

    private SortedDictionary<long, LinkedList<NaiveOrder>> Levels(Side side) =>
        side == Side.Buy ? _bids : _asks;
}
