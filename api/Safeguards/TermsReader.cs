using MarketMaker.Api.Pairs;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Safeguards;

/// <summary>Reads an account's terms, and says everything that is wrong with them.</summary>
internal static class TermsReader
{
    public static AccountTerms Read(TermsDocument terms, Market market, List<FieldError> errors)
    {
        var tiers = market.Listing.Fees.Tiers;
        var largest = market.Spec.ToDecimal(market.Spec.MaxQuantity);
        var quantity = Quantity.Zero;
        Require(terms.Group >= 0, "group", "must be 0 or more");
        Require(
            terms.FeeTier >= 0 && terms.FeeTier < tiers, "feeTier",
            $"must be from 0 to {tiers - 1}");
        Require(
            terms.MaxOpenOrders is >= 0 and <= MatchingEngine.MaxRestingOrders, "maxOpenOrders",
            $"must be from 0 to {MatchingEngine.MaxRestingOrders}");
        Require(
            terms.MaxQuantity == 0 || market.Spec.TryGetQuantity(terms.MaxQuantity, out quantity),
            "maxQuantity",
            FormattableString.Invariant(
                $"must be from 0 to {largest}, in steps of {market.Spec.LotSize}"));
        return new AccountTerms(terms.Group, terms.FeeTier, terms.MaxOpenOrders, quantity);

        void Require(bool holds, string field, string message)
        {
            if (!holds)
                errors.Add(new FieldError(field, $"{field} {message}."));
        }
    }
}
