namespace MarketMaker.Api.Accounts;

/// <summary>What a new account starts with.</summary>
public sealed record FirstFunds
{
    /// <summary>The base asset, 0 and up, in whole lots.</summary>
    public decimal Base { get; init; }

    /// <summary>The quote asset, 0 and up, in whole steps of tick size × lot size.</summary>
    public decimal Quote { get; init; }
}
