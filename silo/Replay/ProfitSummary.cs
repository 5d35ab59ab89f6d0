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
            Shortest(spec.ToDecimal(books.Spread)),
            Shortest(spec.ToDecimal(books.Inventory)),
            Shortest(spec.ToDecimal(books.Realised)),
            Shortest(spec.ToDecimal(books.Unrealised)),
            Shortest(spec.ToDecimal(books.Fees)),
            Shortest(spec.ToDecimal(books.Residual)));

    // Dividing by a one of the largest scale drops the trailing zeros.
    private static decimal Shortest(decimal amount) => amount / 1.0000000000000000000000000000m;
}
