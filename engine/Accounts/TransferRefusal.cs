namespace MarketMaker.Engine.Accounts;

/// <summary>Why a transfer was refused. Where several reasons apply, the first in this order is
/// the answer.</summary>
/// <remarks>The numbers are stored and never change their meaning. The first four leave no trace;
/// the others are remembered, and a repeat gets them again.</remarks>
public enum TransferRefusal : byte
{
    /// <summary>It was not refused.</summary>
    None = 0,

    /// <summary>The id is that of another transfer of the account.</summary>
    IdInUse = 1,

    /// <summary>An amount is below 0 or above <see cref="Units.AssetAmount.Max"/>, all are 0, or
    /// one is no whole number of the pair's steps.</summary>
    AmountOutOfRange = 2,

    /// <summary>The wallet remembers <see cref="Wallet.MaxTransfers"/> and may not forget one yet.
    /// </summary>
    TooManyTransfers = 3,

    /// <summary><see cref="Wallet.MaxInFlight"/> are in flight.</summary>
    TooManyInFlight = 4,

    /// <summary>The wallet has had <see cref="Wallet.MaxAssets"/> assets.</summary>
    TooManyAssets = 5,

    /// <summary>The wallet would come to hold more than <see cref="Units.AssetAmount.Max"/>.
    /// </summary>
    WalletFull = 6,

    /// <summary>Less is available where the funds should come from.</summary>
    InsufficientFunds = 7,

    /// <summary>All funds of the pair together would pass what it can count.</summary>
    PairFull = 8,
}
