using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What became of an order at entry; filled + resting + cancelled is its quantity unless
/// it was rejected.</summary>
/// <param name="Rejection">Why nothing happened, or <see cref="Rejection.None"/>.</param>
/// <param name="Id">The order's number; <c>default</c> when rejected.</param>
/// <param name="Filled">What traded at once.</param>
/// <param name="Resting">What rests in the book now.</param>
/// <param name="Cancelled">What was cancelled: the remainder of an order that does not rest, or of
/// one that met an order of its own account.</param>
public readonly record struct PlaceResult(
    Rejection Rejection, OrderId Id, Quantity Filled, Quantity Resting, Quantity Cancelled)
{
    internal static PlaceResult Rejected(Rejection rejection) =>
        new(rejection, default, default, default, default);
}
