using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="AccountSnapshot"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("AccountSnapshot")]
public readonly record struct AccountSnapshotSurrogate(
    AccountId Name,
    Quantity Base,
    Notional Quote,
    AccountTerms Terms,
    AppliedTransfer LastTransfer);

/// <summary>Turns an <see cref="AccountSnapshot"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class AccountSnapshotConverter : IConverter<AccountSnapshot, AccountSnapshotSurrogate>
{
    /// <inheritdoc/>
    public AccountSnapshot ConvertFromSurrogate(in AccountSnapshotSurrogate surrogate) =>
        new(surrogate.Name, surrogate.Base, surrogate.Quote)
        {
            Terms = surrogate.Terms,
            LastTransfer = surrogate.LastTransfer,
        };

    /// <inheritdoc/>
    public AccountSnapshotSurrogate ConvertToSurrogate(in AccountSnapshot value) =>
        new(value.Name, value.Base, value.Quote, value.Terms, value.LastTransfer);
}
