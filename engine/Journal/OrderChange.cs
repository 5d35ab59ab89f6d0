using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>What became of a customer's order: its full present state, or that it is gone.
/// </summary>
/// <param name="Id">The order.</param>
/// <param name="Requeued">Whether it went to the end of a queue; see <see cref="Touch"/>.</param>
/// <param name="Order">The order as it is; null when it is gone.</param>
public readonly record struct OrderChange(OrderId Id, bool Requeued, RestingOrder? Order);
