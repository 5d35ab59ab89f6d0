using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>The live orders that expire, soonest first; of the same instant, the one with the
/// lower number.</summary>
internal sealed class ExpiryQueue
{
    private readonly SortedSet<(long Due, long Id)> _orders = [];
    private long _next = long.MaxValue;

    /// <summary>Whether an order is due.</summary>
    public bool IsDue(Instant now) => now.Microseconds >= _next;

    /// <summary>The order that expires next; there must be one.</summary>
    public OrderId Next => new(_orders.Min.Id);

    public void Add(Instant due, OrderId id)
    {
        Invariant.Holds(_orders.Add((due.Microseconds, id.Value)));
        _next = Math.Min(_next, due.Microseconds);
    }

    public void Remove(Instant due, OrderId id)
    {
        Invariant.Holds(_orders.Remove((due.Microseconds, id.Value)));
        if (due.Microseconds == _next)
            _next = _orders.Count == 0 ? long.MaxValue : _orders.Min.Due;
    }
}
