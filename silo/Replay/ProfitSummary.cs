using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Silo.Replay;

/// <summary>A desk's profit in the quote asset; see <see cref="ProfitAndLoss"/>.</summary>
internal sealed record ProfitSummary(
    decimal Spread,
    decimal Inventory,
    decimal Realised,
    decimal Unrealised,
    decimal Fees,
    decimal Residual)
{
    public static ProfitSummary Of(PairSpec spec, ProfitAndLoss books) =>
        new(
            spec.ToDecimal(books.Spread),
            spec.ToDecimal(books.Inventory),
            spec.ToDecimal(books.Realised),
            spec.ToDecimal(books.Unrealised),
            spec.ToDecimal(books.Fees),
            spec.ToDecimal(books.Residual));
}
