namespace MarketMaker.Engine.Book;

/// <summary>What became of a transfer between a wallet and the pair. Where several reasons against
/// it apply, the first in this order is the answer.</summary>
/// <remarks>The numbers are stored and never change their meaning.</remarks>
public enum TransferOutcome : byte
{
    /// <summary>There was no transfer.</summary>
    None = 0,

    /// <summary>The funds moved.</summary>
    Moved = 1,

    /// <summary>It is neither the account's last transfer with this pair, repeated as it was, nor
    /// the one after it. Never remembered.</summary>
    OutOfOrder = 2,

    /// <summary>It moves nothing, moves funds both ways, or all funds of the pair would pass
    /// <see cref="Accounts.Ledger.MaxTotal"/>.</summary>
    AmountOutOfRange = 3,

    /// <summary>The account has less available than shall leave.</summary>
    InsufficientFunds = 4,

    /// <summary>The pair has <see cref="Accounts.Ledger.MaxAccounts"/> accounts and no place for
    /// this one. Not remembered: asked again later, it may be another answer.</summary>
    TooManyAccounts = 5,
}
