using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Accounts;

/// <summary>An account's funds in one asset.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Available">What a new order may use.</param>
/// <param name="Reserved">What resting orders hold back.</param>
public sealed record FundsDocument(decimal Total, decimal Available, decimal Reserved)
{
    internal static FundsDocument OfBase(PairSpec spec, in Balance balance) =>
        new(
            spec.ToDecimal(balance.Base),
            spec.ToDecimal(balance.BaseAvailable),
            spec.ToDecimal(balance.BaseReserved));

    internal static FundsDocument OfQuote(PairSpec spec, in Balance balance) =>
        new(
            spec.ToDecimal(balance.Quote),
            spec.ToDecimal(balance.QuoteAvailable),
            spec.ToDecimal(balance.QuoteReserved));
}
