using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Books;

/// <summary>What rests at one price.</summary>
/// <param name="Price">In the quote asset.</param>
/// <param name="Size">The sum of the orders, in the base asset.</param>
/// <param name="Orders">How many they are.</param>
public sealed record BookLevelDocument(decimal Price, decimal Size, int Orders)
{
    internal static BookLevelDocument From(PairSpec spec, DepthLevel level) =>
        new(spec.ToDecimal(level.Price), spec.ToDecimal(level.Quantity), level.Orders);
}
