using MarketMaker.Engine.Accounts;

namespace MarketMaker.Grains.State;

/// <summary>What an account keeps. Replaced as a whole, never changed in place.</summary>
[GenerateSerializer, Immutable, Alias("AccountState")]
public sealed record AccountState
{
    /// <summary>Its balances and transfers.</summary>
    [Id(0)]
    public Wallet Wallet { get; init; } = Wallet.Empty;
}
