namespace MarketMaker.Engine.Accounts;

/// <summary>From where to where funds move. The numbers are stored and never change their meaning.
/// </summary>
public enum TransferKind : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>From outside into the wallet.</summary>
    Deposit = 1,

    /// <summary>Out of the wallet, to the outside.</summary>
    Withdrawal = 2,

    /// <summary>From the wallet to the account's funds in a pair.</summary>
    ToPair = 3,

    /// <summary>From the account's available funds in a pair to the wallet.</summary>
    FromPair = 4,
}
