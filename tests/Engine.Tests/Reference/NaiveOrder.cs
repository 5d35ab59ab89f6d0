using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>An order of the naive book.</summary>
internal sealed class NaiveOrder(OrderId id, AccountId account, Side side, long price, long lots)
{
    public OrderId Id { get; } = id;

    public AccountId Account { get; } = account;

    public Side Side { get; } = side;

    public long Price { get; } = price;

    public long Lots { get; set; } = lots;

    public bool IsQuote { get; init; }

    /// <summary>Prices as numbers of which the lowest is first in line.</summary>
    public long Rank => Side == Side.Buy ? -Price : Price;

    public RestingOrder View() =>
        new(Id, Account, Side, new Price(Price), new Quantity(Lots), IsQuote);
}
