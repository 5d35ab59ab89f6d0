using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>An order on its way into the book. A market order's limit is the pair's last price on
/// its side, so that nothing after entry needs to know the difference.</summary>
internal readonly record struct OrderEntry(
    OrderId Id, int Account, Side Side, OrderKind Kind, Price Limit, Quantity Quantity)
{
    public SelfTradePrevention SelfTrade { get; init; }

    public bool Slide { get; init; }

    public OrderConditions? Conditions { get; init; }

    public bool MayRest => Kind is OrderKind.Limit or OrderKind.PostOnly;

    public Notional? Budget => Conditions?.Budget;
}
