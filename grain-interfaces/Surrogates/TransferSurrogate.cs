using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Transfer"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Transfer")]
public readonly record struct TransferSurrogate(
    TransferOrder Order, TransferNumber Number, Instant At, byte Status, byte Refusal);

/// <summary>Turns a <see cref="Transfer"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class TransferConverter : IConverter<Transfer, TransferSurrogate>
{
    /// <inheritdoc/>
    public Transfer ConvertFromSurrogate(in TransferSurrogate surrogate) =>
        new(
            surrogate.Order,
            surrogate.Number,
            surrogate.At,
            (TransferStatus)surrogate.Status,
            (TransferRefusal)surrogate.Refusal);

    /// <inheritdoc/>
    public TransferSurrogate ConvertToSurrogate(in Transfer value) =>
        new(value.Order, value.Number, value.At, (byte)value.Status, (byte)value.Refusal);
}
