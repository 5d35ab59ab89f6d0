using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Statistics;

/// <summary>A maker's profit and loss, in the quote asset: spread + inventory = realised +
/// unrealised, and less fees that is net.</summary>
/// <param name="Spread">What the trades gained against the reference price at their moment.
/// </param>
/// <param name="Inventory">What the reference's moves gained on the position.</param>
/// <param name="Realised">What closed trades gained, at average cost.</param>
/// <param name="Unrealised">What the open position would gain at the reference.</param>
/// <param name="Fees">What was paid; negative when rebates outweigh it.</param>
/// <param name="Net">Equity after fees.</param>
/// <param name="Residual">By how much the two sums disagree: 0, or there is a bug.</param>
public sealed record ProfitAndLossDocument(
    decimal Spread,
    decimal Inventory,
    decimal Realised,
    decimal Unrealised,
    decimal Fees,
    decimal Net,
    decimal Residual)
{
    internal static ProfitAndLossDocument From(PairSpec spec, in ProfitAndLoss books) =>
        new(
            spec.ToDecimal(books.Spread),
            spec.ToDecimal(books.Inventory),
            spec.ToDecimal(books.Realised),
            spec.ToDecimal(books.Unrealised),
            spec.ToDecimal(books.Fees),
            spec.ToDecimal(books.Net),
            spec.ToDecimal(books.Residual));
}
