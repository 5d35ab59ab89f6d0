using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What an account has, reserved or not.</summary>
/// <param name="Name">The account.</param>
/// <param name="Base">All of its base asset.</param>
/// <param name="Quote">All of its quote asset.</param>
public sealed record AccountSnapshot(AccountId Name, Quantity Base, Notional Quote)
{
    /// <summary>Its last transfer with its wallet; <c>default</c> before the first.</summary>
    public AppliedTransfer LastTransfer { get; init; }
}
