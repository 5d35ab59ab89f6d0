using System.Diagnostics.CodeAnalysis;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>The stops that wait: those whose trigger a trade reaches first come first, and of the
/// same trigger those that came first.</summary>
/// <remarks>Every trade is shown to it; what fires queues up until the order that traded is done.
/// A trade moves triggers that trail before it fires anything, and never fires what it moved.
/// </remarks>
internal sealed class StopBook(Price highest, TouchLog touched)
{
    private readonly Dictionary<long, ParkedOrder> _orders = [];
    private readonly Queue<ParkedOrder> _fired = [];
    private readonly List<ParkedOrder> _trailing = [];
    private readonly SortedSet<ParkedOrder> _buys = new(Comparer<ParkedOrder>.Create(
        (a, b) => (a.Trigger.Ticks, a.Stamp).CompareTo((b.Trigger.Ticks, b.Stamp))));

    private readonly SortedSet<ParkedOrder> _sells = new(Comparer<ParkedOrder>.Create(
        (a, b) => (-a.Trigger.Ticks, a.Stamp).CompareTo((-b.Trigger.Ticks, b.Stamp))));

    private long _lastStamp;

    public int Count => _orders.Count;

    /// <summary>All of them, first come first.</summary>
    public IEnumerable<ParkedOrder> Orders => _orders.Values.OrderBy(order => order.Stamp);

    public ParkedOrder? Find(OrderId id) => _orders.GetValueOrDefault(id.Value);

    /// <summary>Adds an order, last in line.</summary>
    /// <exception cref="InvariantBrokenException">Its number is live already.</exception>
    public void Add(ParkedOrder order)
    {
        Invariant.Holds(_orders.TryAdd(order.Entry.Id.Value, order));
        order.Stamp = ++_lastStamp;
        SideOf(order).Add(order);
        if (order.Trail is not null)
            _trailing.Add(order);
    }

    /// <summary>Takes an order out, also when it has fired.</summary>
    public void Remove(ParkedOrder order)
    {
        Invariant.Holds(_orders.Remove(order.Entry.Id.Value));
        if (!order.HasFired)
            Unqueue(order);
    }

    /// <summary>Takes a trade's price in.</summary>
    public void Observe(Price print)
    {
        foreach (var order in _trailing)
            Follow(order, print);
        Fire(_buys, print);
        Fire(_sells, print);
    }

    /// <summary>The next order that has fired; it is still one of <see cref="Orders"/>.</summary>
    public bool TryGetFired([NotNullWhen(true)] out ParkedOrder? order)
    {
        while (_fired.TryDequeue(out order))
        {
            // What another's trade has cancelled meanwhile does not enter.
            if (Find(order.Entry.Id) == order)
                return true;
        }
        return false;
    }

    private void Follow(ParkedOrder order, Price print)
    {
        var side = SideOf(order);
        side.Remove(order);
        if (order.Follow(print, highest))
            touched.Add(order.Entry.Id, requeued: false);
        side.Add(order);
    }

    private void Fire(SortedSet<ParkedOrder> side, Price print)
    {
        while (side.Min is { } first && first.IsReachedBy(print))
        {
            Unqueue(first);
            first.HasFired = true;
            _fired.Enqueue(first);
        }
    }

    private void Unqueue(ParkedOrder order)
    {
        SideOf(order).Remove(order);
        if (order.Trail is not null)
            _trailing.Remove(order);
    }

    private SortedSet<ParkedOrder> SideOf(ParkedOrder order) =>
        order.Entry.Side == Side.Buy ? _buys : _sells;
}
