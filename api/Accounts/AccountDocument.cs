using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Accounts;

/// <summary>What an account has in a pair.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Account">The account's name.</param>
/// <param name="Base">The base asset.</param>
/// <param name="Quote">The quote asset.</param>
public sealed record AccountDocument(
    string Pair, string Account, FundsDocument Base, FundsDocument Quote)
{
    internal static AccountDocument From(PairSpec spec, AccountId account, in Balance balance) =>
        new(
            spec.Id.ToString(),
            account.ToString(),
            FundsDocument.OfBase(spec, balance),
            FundsDocument.OfQuote(spec, balance));
}
