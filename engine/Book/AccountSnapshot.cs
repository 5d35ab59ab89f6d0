using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What an account has, reserved or not, and on what terms it trades.</summary>
/// <param name="Name">The account.</param>
/// <param name="Base">All of its base asset.</param>
/// <param name="Quote">All of its quote asset.</param>
public sealed record AccountSnapshot(AccountId Name, Quantity Base, Notional Quote)
{
    /// <summary>On what terms it trades.</summary>
    public AccountTerms Terms { get; init; }

    /// <summary>Its last transfer with its wallet; <c>default</c> before the first.</summary>
    public AppliedTransfer LastTransfer { get; init; }
}
