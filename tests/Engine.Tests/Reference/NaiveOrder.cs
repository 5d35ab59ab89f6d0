using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>An order of the naive book, resting or waiting for its trigger.</summary>
internal sealed record NaiveOrder(OrderId Id, AccountId Account, Side Side)
{
    public OrderKind Kind { get; init; }

    public long Price { get; set; }

    /// <summary>All that remains, shown or not.</summary>
    public long Lots { get; set; }

    public long Hidden { get; set; }

    public long Display { get; init; }

    public Instant? Expires { get; init; }

    public long? Trigger { get; set; }

    public Trail? Trail { get; set; }

    public long? Budget { get; init; }

    public SelfTradePrevention SelfTrade { get; init; }

    public bool Slide { get; init; }

    public OrderId? Link { get; set; }

    public ClientOrderId? ClientId { get; init; }

    public bool IsQuote { get; init; }

    public bool MayRest => Kind is OrderKind.Limit or OrderKind.PostOnly;

    public long Shown => Lots - Hidden;

    /// <summary>Prices as numbers of which the lowest is first in line.</summary>
    public long Rank => Side == Side.Buy ? -Price : Price;

    public bool Equals(NaiveOrder? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode();

    public static NaiveOrder Of(NewOrder order, OrderId id) =>
        new(id, order.Account, order.Side)
        {
            Kind = order.Kind,
            Price = order.Price.Ticks,
            Lots = order.Quantity.Lots,
            Display = order.Display.Lots,
            Expires = order.Expires,
            Trigger = order.Trigger?.Ticks,
            Trail = order.Trail,
            Budget = order.Budget?.TickLots,
            SelfTrade = order.SelfTrade,
            Slide = order.Slide,
            Link = order.Link,
            ClientId = order.ClientId,
        };

    public RestingOrder View() =>
        new(
            Id, Account, Side, Kind == OrderKind.Market ? default : new Price(Price),
            new Quantity(Lots), IsQuote)
        {
            Kind = Kind,
            ClientId = ClientId,
            Expires = Expires,
            Trigger = Trigger is { } trigger ? new Price(trigger) : null,
            Trail = Trigger is null ? null : Trail,
            Display = new Quantity(Display),
            Hidden = new Quantity(Hidden),
            Budget = Trigger is not null && Budget is { } budget ? new Notional(budget) : null,
            SelfTrade = SelfTrade,
            Slide = Slide,
            Link = Link,
        };
}
