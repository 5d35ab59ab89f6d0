using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Pairs;

/// <summary>A level of a maker's ladder.</summary>
/// <param name="Price">In the quote asset.</param>
/// <param name="Size">In the base asset.</param>
public sealed record LevelDocument(decimal Price, decimal Size)
{
    internal static LevelDocument From(PairSpec spec, Quote quote) =>
        new(spec.ToDecimal(quote.Price), spec.ToDecimal(quote.Quantity));
}
