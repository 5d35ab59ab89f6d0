using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Book;

/// <summary>A book as one would write it without a thought for speed: a list in order of arrival.
/// </summary>
internal sealed class PlainBook
{
    private readonly List<(OrderId Id, Side Side, Price Price, Quantity Remaining)> _orders = [];

    public IEnumerable<OrderId> Ids => _orders.Select(order => order.Id);

    public Quantity Remaining(OrderId id) => _orders.Find(order => order.Id == id).Remaining;

    public bool IsReachedBy(Price limit, Side taker) =>
        _orders.Exists(order => order.Side != taker && limit.Reaches(order.Price, taker));

    public void Rest(OrderId id, Side side, Price price, Quantity quantity) =>
        _orders.Add((id, side, price, quantity));

    public void Reduce(OrderId id, Quantity by)
    {
        var at = _orders.FindIndex(order => order.Id == id);
        var order = _orders[at];
        if (order.Remaining == by)
            _orders.RemoveAt(at);
        else
            _orders[at] = order with { Remaining = order.Remaining - by };
    }

    /// <summary>A side as text, best level first, each with its orders in line.</summary>
    public IEnumerable<string> Lines(Side side) =>
        from order in _orders
        where order.Side == side
        group order by order.Price into level
        orderby side == Side.Buy ? -level.Key.Ticks : level.Key.Ticks
        select $"{level.Key} {level.Sum(order => order.Remaining.Lots)}l {level.Count()}: "
            + string.Join(' ', level.Select(order => $"{order.Id}x{order.Remaining}"));
}
