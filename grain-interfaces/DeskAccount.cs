using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces;

/// <summary>The account in whose name the exchange makes its own markets.</summary>
public static class DeskAccount
{
    /// <summary>The account; the same on every pair.</summary>
    public static readonly AccountId Id = AccountId.Parse("market-maker");
}
