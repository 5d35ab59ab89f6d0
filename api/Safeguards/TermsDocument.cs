using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Safeguards;

/// <summary>On what terms an account trades on a pair.</summary>
public sealed record TermsDocument
{
    /// <summary>Accounts with the same group never trade with each other, 1 and up; 0 is an owner
    /// of its own.</summary>
    public int Group { get; init; }

    /// <summary>One of the pair's fee tiers, from 0.</summary>
    public int FeeTier { get; init; }

    /// <summary>The most orders that it may have open, up to 100 000; 0 is the pair's limit.
    /// </summary>
    public int MaxOpenOrders { get; init; }

    /// <summary>The largest order or quote, in the base asset, in whole lots; 0 is the pair's
    /// limit.</summary>
    public decimal MaxQuantity { get; init; }

    internal static TermsDocument From(PairSpec spec, in AccountTerms terms) => new()
    {
        Group = terms.Group,
        FeeTier = terms.FeeTier,
        MaxOpenOrders = terms.MaxOpenOrders,
        MaxQuantity = spec.ToDecimal(terms.MaxQuantity),
    };
}
