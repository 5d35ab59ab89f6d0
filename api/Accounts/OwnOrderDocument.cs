using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Accounts;

/// <summary>An order in its queue, as its owner sees it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Side">The side that it rests on.</param>
/// <param name="Price">Its limit, in the quote asset.</param>
/// <param name="Resting">What has not traded yet, in the base asset.</param>
/// <param name="OrdersAhead">How many orders of its price trade before it; 0 for the first.
/// </param>
/// <param name="SizeAhead">What of its price trades before it, in the base asset.</param>
public sealed record OwnOrderDocument(
    long Id, Side Side, decimal Price, decimal Resting, int OrdersAhead, decimal SizeAhead)
{
    internal static OwnOrderDocument From(PairSpec spec, OwnOrder order) =>
        new(
            order.Id.Value,
            order.Side,
            spec.ToDecimal(order.Price),
            spec.ToDecimal(order.Remaining),
            order.OrdersAhead,
            spec.ToDecimal(order.QuantityAhead));
}
