using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="TransferOrder"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("TransferOrder")]
public readonly record struct TransferOrderSurrogate(
    TransferId Id, byte Kind, PairId Pair, Holding First, Holding Second);

/// <summary>Turns a <see cref="TransferOrder"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class TransferOrderConverter : IConverter<TransferOrder, TransferOrderSurrogate>
{
    /// <inheritdoc/>
    public TransferOrder ConvertFromSurrogate(in TransferOrderSurrogate surrogate) =>
        new(
            surrogate.Id,
            (TransferKind)surrogate.Kind,
            surrogate.Pair,
            surrogate.First,
            surrogate.Second);

    /// <inheritdoc/>
    public TransferOrderSurrogate ConvertToSurrogate(in TransferOrder value) =>
        new(value.Id, (byte)value.Kind, value.Pair, value.First, value.Second);
}
