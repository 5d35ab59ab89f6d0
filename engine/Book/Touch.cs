using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>A customer's order whose state a command may have changed. Found afterwards, it is as
/// found; not found, it is gone.</summary>
/// <remarks>Whoever keeps the orders in a list, and for each touch in turn drops the order, or
/// replaces it, at the list's end when it was requeued or is new, has the order of every queue.
/// </remarks>
/// <param name="Id">The order.</param>
/// <param name="Requeued">Whether it went to the end of a queue: it is new, gave up its place, or
/// shows its next part.</param>
public readonly record struct Touch(OrderId Id, bool Requeued);
