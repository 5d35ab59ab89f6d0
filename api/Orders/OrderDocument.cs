using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Orders;

/// <summary>An order that rests in the book.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Side">The side that it rests on.</param>
/// <param name="Price">Its limit, in the quote asset.</param>
/// <param name="Resting">What has not traded yet, in the base asset.</param>
public sealed record OrderDocument(
    long Id, string Account, Side Side, decimal Price, decimal Resting)
{
    internal static OrderDocument From(PairSpec spec, RestingOrder order) =>
        new(
            order.Id.Value,
            order.Account.ToString(),
            order.Side,
            spec.ToDecimal(order.Price),
            spec.ToDecimal(order.Remaining));
}
