using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.MarketData;

/// <summary>Finds an account's orders and how far each is from its turn.</summary>
public static class QueuePositions
{
    /// <summary>The orders of an account with their exact places, quotes included.</summary>
    /// <param name="orders">All resting orders of a book: bids, then asks, each by price and time.
    /// </param>
    /// <param name="owner">The account.</param>
    /// <returns>In the same order.</returns>
    public static OwnOrder[] Of(IReadOnlyList<RestingOrder> orders, AccountId owner)
    {
        var own = new List<OwnOrder>();
        var (ordersAhead, quantityAhead) = (0, Quantity.Zero);
        for (var at = 0; at < orders.Count; at++)
        {
            var order = orders[at];
            var isFirst = at == 0
                || orders[at - 1].Price != order.Price || orders[at - 1].Side != order.Side;
            if (isFirst)
                (ordersAhead, quantityAhead) = (0, Quantity.Zero);
            if (order.Account == owner)
            {
                own.Add(new OwnOrder(
                    order.Id, order.Side, order.Price, order.Remaining, ordersAhead,
                    quantityAhead));
            }
            ordersAhead++;
            // What an iceberg hides comes up behind all who stand there now.
            quantityAhead += order.Shown;
        }
        return [.. own];
    }
}
