using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>An order on its way into the book.</summary>
internal readonly record struct OrderEntry(
    OrderId Id, int Account, Side Side, OrderKind Kind, Price Limit, Quantity Quantity)
{
    public bool MayRest => Kind is OrderKind.Limit or OrderKind.PostOnly;
}
