using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="AccountSnapshot"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("AccountSnapshot")]
public readonly record struct AccountSnapshotSurrogate(
    AccountId Name,
    Quantity Base,
    Notional Quote,
    AccountTerms Terms,
    TransferNumber LastTransfer,
    Quantity TransferredBase,
    Notional TransferredQuote,
    byte TransferOutcome);

/// <summary>Turns an <see cref="AccountSnapshot"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class AccountSnapshotConverter
    : IConverter<AccountSnapshot, AccountSnapshotSurrogate>
{
    /// <inheritdoc/>
    public AccountSnapshot ConvertFromSurrogate(in AccountSnapshotSurrogate surrogate) =>
        new(surrogate.Name, surrogate.Base, surrogate.Quote)
        {
            Terms = surrogate.Terms,
            LastTransfer = new AppliedTransfer(
                surrogate.LastTransfer,
                surrogate.TransferredBase,
                surrogate.TransferredQuote,
                (TransferOutcome)surrogate.TransferOutcome),
        };

    /// <inheritdoc/>
    public AccountSnapshotSurrogate ConvertToSurrogate(in AccountSnapshot value) =>
        new(
            value.Name,
            value.Base,
            value.Quote,
            value.Terms,
            value.LastTransfer.Number,
            value.LastTransfer.Base,
            value.LastTransfer.Quote,
            (byte)value.LastTransfer.Outcome);
}
