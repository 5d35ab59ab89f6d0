using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="AppliedTransfer"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("AppliedTransfer")]
public readonly record struct AppliedTransferSurrogate(
    TransferNumber Number, Quantity Base, Notional Quote, byte Outcome);

/// <summary>Turns an <see cref="AppliedTransfer"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class AppliedTransferConverter : IConverter<AppliedTransfer, AppliedTransferSurrogate>
{
    /// <inheritdoc/>
    public AppliedTransfer ConvertFromSurrogate(in AppliedTransferSurrogate surrogate) =>
        new(surrogate.Number, surrogate.Base, surrogate.Quote, (TransferOutcome)surrogate.Outcome);

    /// <inheritdoc/>
    public AppliedTransferSurrogate ConvertToSurrogate(in AppliedTransfer value) =>
        new(value.Number, value.Base, value.Quote, (byte)value.Outcome);
}
