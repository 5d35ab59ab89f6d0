using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Quotes;

/// <summary>What became of one level of a ladder.</summary>
/// <param name="Id">The order that rests for it; absent if none does.</param>
/// <param name="Side">The side that it is on.</param>
/// <param name="Wanted">The price that was sent.</param>
/// <param name="Price">The price at which it rests.</param>
/// <param name="Size">The size that was sent.</param>
/// <param name="Rejection">Why it does not rest; absent if it does.</param>
public sealed record QuoteDocument(
    long? Id, Side Side, decimal Wanted, decimal Price, decimal Size, Rejection? Rejection)
{
    internal static QuoteDocument From(PairSpec spec, QuoteReport report) => new(
        report.Rests ? report.Id.Value : null,
        report.Wanted.Side,
        spec.ToDecimal(report.Wanted.Price),
        spec.ToDecimal(report.Price),
        spec.ToDecimal(report.Wanted.Quantity),
        report.Rests ? null : report.Rejection);
}
