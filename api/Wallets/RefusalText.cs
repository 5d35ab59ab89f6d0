using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Wallets;

/// <summary>The wallet's refusals in words, with the limit.</summary>
internal static class RefusalText
{
    /// <summary>Says why a transfer was refused.</summary>
    public static string Of(TransferRefusal refusal) => refusal switch
    {
        TransferRefusal.IdInUse =>
            "transferId is that of another transfer of this account, which stays as it is. GET "
            + "/accounts/{account}/transfers/{id} shows it.",
        TransferRefusal.AmountOutOfRange =>
            $"An amount must be more than 0, at most {AssetAmount.Max}, and of whole steps of its "
            + "pair.",
        TransferRefusal.TooManyTransfers =>
            $"The account has made {Wallet.MaxTransfers} transfers within "
            + $"{Wallet.Retention.TotalDays} days, the limit.",
        TransferRefusal.TooManyInFlight =>
            $"The account has {Wallet.MaxInFlight} transfers in flight, the limit.",
        TransferRefusal.TooManyAssets =>
            $"The account has had {Wallet.MaxAssets} assets, the limit.",
        TransferRefusal.WalletFull =>
            $"A wallet holds at most {AssetAmount.Max} of an asset, what is in flight included.",
        TransferRefusal.InsufficientFunds =>
            "Less is available where the funds should come from: the wallet, or, from-pair, what "
            + "the account's orders in the pair do not hold back.",
        TransferRefusal.PairFull =>
            $"All funds of the pair together would pass {Ledger.MaxTotal} of its steps.",
        _ => "The refusal says why.",
    };
}
