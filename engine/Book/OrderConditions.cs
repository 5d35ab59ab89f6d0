using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What most orders do not have. Only an order that has any of it has this object, so that
/// the others do not pay for it.</summary>
internal sealed class OrderConditions
{
    public ClientOrderId? ClientId { get; init; }

    public Instant? Expires { get; init; }

    /// <summary>The size of an iceberg's parts; 0 shows everything.</summary>
    public Quantity Display { get; init; }

    public Notional? Budget { get; init; }

    /// <summary>What of the order lies hidden behind its part in the book.</summary>
    public Quantity Hidden { get; set; }

    /// <summary>The order that goes with this one.</summary>
    public OrderId? Link { get; set; }

    public static OrderConditions? Of(in NewOrder order) =>
        order is { ClientId: null, Expires: null, Display.Lots: 0, Budget: null, Link: null }
            ? null
            : new OrderConditions
            {
                ClientId = order.ClientId,
                Expires = order.Expires,
                Display = order.Display,
                Budget = order.Budget,
                Link = order.Link,
            };

    public static OrderConditions? Of(in RestingOrder order) =>
        order is { ClientId: null, Expires: null, Display.Lots: 0, Budget: null, Link: null }
            ? null
            : new OrderConditions
            {
                ClientId = order.ClientId,
                Expires = order.Expires,
                Display = order.Display,
                Budget = order.Budget,
                Hidden = order.Hidden,
                Link = order.Link,
            };
}
