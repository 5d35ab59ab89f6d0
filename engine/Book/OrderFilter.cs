using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Which of an account's orders a mass cancellation takes out. <c>default</c> is all.
/// </summary>
/// <param name="Side">Only of this side; <c>null</c> is both.</param>
/// <param name="From">Only of this limit or a higher one; a market order that waits has none and
/// counts as 0.</param>
/// <param name="To">Only of this limit or a lower one.</param>
public readonly record struct OrderFilter(Side? Side, Price? From, Price? To)
{
    internal bool Takes(Side side, Price price) =>
        (Side is null || Side == side) && !(price < From) && !(price > To);
}
