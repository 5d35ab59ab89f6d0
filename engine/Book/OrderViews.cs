using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Shows live orders to those outside.</summary>
internal sealed class OrderViews(
    OrderBook book, StopBook stops, QuoteLadders ladders, Ledger ledger)
{
    public bool TryGet(OrderId id, out RestingOrder order)
    {
        order = default;
        if (book.Find(id) is not OrderBook.None and var slot)
            order = Of(slot);
        else if (stops.Find(id) is { } stop)
            order = Of(stop);
        else if (ladders.Find(id) is not OrderBook.None and var quote)
            order = Of(quote);
        else
            return false;
        return true;
    }

    /// <summary>All resting orders: bids, then asks, each by price and time.</summary>
    public List<RestingOrder> Resting()
    {
        var orders = new List<RestingOrder>(book.Count);
        AddTo(orders, Side.Buy);
        AddTo(orders, Side.Sell);
        return orders;
    }

    /// <summary>All stops, first come first.</summary>
    public List<RestingOrder> Parked() => [.. stops.Orders.Select(Of)];

    private void AddTo(List<RestingOrder> orders, Side side)
    {
        foreach (var level in book.Levels(side))
        {
            for (var slot = level.Head; slot != OrderBook.None; slot = book.After(slot, level))
                orders.Add(Of(slot));
        }
    }

    private RestingOrder Of(int slot)
    {
        ref var node = ref book.Node(slot);
        ref readonly var details = ref book.Details(slot);
        var order = new RestingOrder(
            node.Id, ledger.Name(details.Account), book.SideOf(slot), node.Price, node.Remaining,
            details.IsQuote)
        {
            Kind = details.Kind,
            SelfTrade = details.SelfTrade,
            Slide = details.Slides,
        };
        return book.Conditions(slot) is not { } conditions ? order : order with
        {
            Remaining = node.Remaining + conditions.Hidden,
            ClientId = conditions.ClientId,
            Expires = conditions.Expires,
            Display = conditions.Display,
            Hidden = conditions.Hidden,
            Link = conditions.Link,
        };
    }

    private RestingOrder Of(ParkedOrder stop)
    {
        var entry = stop.Entry;
        var price = entry.Kind == OrderKind.Market ? default : entry.Limit;
        return new RestingOrder(
            entry.Id, ledger.Name(entry.Account), entry.Side, price, entry.Quantity,
            IsQuote: false)
        {
            Kind = entry.Kind,
            SelfTrade = entry.SelfTrade,
            Slide = entry.Slide,
            Trigger = stop.Trigger,
            Trail = stop.Trail,
            ClientId = entry.Conditions?.ClientId,
            Expires = entry.Conditions?.Expires,
            Display = entry.Conditions?.Display ?? default,
            Budget = entry.Budget,
            Link = entry.Conditions?.Link,
        };
    }
}
