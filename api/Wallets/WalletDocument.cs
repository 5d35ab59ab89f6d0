using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Wallets;

/// <summary>What an account has outside the pairs.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Available">What may be withdrawn or moved to a pair, by asset.</param>
/// <param name="InFlight">The transfers that wait for a pair's answer, oldest first.</param>
public sealed record WalletDocument(
    string Account,
    IReadOnlyDictionary<string, AssetAmount> Available,
    IReadOnlyList<TransferDocument> InFlight)
{
    internal static WalletDocument From(AccountId account, WalletView wallet) =>
        new(
            account.ToString(),
            wallet.Balances.ToDictionary(one => one.Asset.ToString(), one => one.Amount),
            [.. wallet.InFlight.Select(TransferDocument.From)]);
}
