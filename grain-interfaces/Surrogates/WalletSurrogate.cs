using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Wallet"/> is stored.</summary>
[GenerateSerializer, Immutable, Alias("Wallet")]
public readonly record struct WalletSurrogate(
    Holding[] Balances, Transfer[] Transfers, PairId[] Pairs, TransferNumber[] Numbers);

/// <summary>Turns a <see cref="Wallet"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class WalletConverter : IConverter<Wallet, WalletSurrogate>
{
    /// <inheritdoc/>
    public Wallet ConvertFromSurrogate(in WalletSurrogate surrogate) =>
        Wallet.Restore(
            surrogate.Balances,
            surrogate.Transfers,
            surrogate.Pairs.Zip(surrogate.Numbers, KeyValuePair.Create));

    /// <inheritdoc/>
    public WalletSurrogate ConvertToSurrogate(in Wallet value) =>
        new(
            [.. value.Balances],
            [.. value.Transfers],
            [.. value.Numbers.Keys],
            [.. value.Numbers.Values]);
}
