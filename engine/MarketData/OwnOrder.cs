using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.MarketData;

/// <summary>An order in its queue, as its owner alone may see it (L3).</summary>
/// <param name="Id">The order.</param>
/// <param name="Side">The side that it rests on.</param>
/// <param name="Price">Its limit.</param>
/// <param name="Remaining">What has not traded yet; at least one lot.</param>
/// <param name="OrdersAhead">How many orders of its price trade before it; 0 for the first.
/// </param>
/// <param name="QuantityAhead">What of its price trades before it.</param>
public readonly record struct OwnOrder(
    OrderId Id,
    Side Side,
    Price Price,
    Quantity Remaining,
    int OrdersAhead,
    Quantity QuantityAhead);
