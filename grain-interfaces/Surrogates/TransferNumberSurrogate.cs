using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="TransferNumber"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("TransferNumber")]
public readonly record struct TransferNumberSurrogate(long Value);

/// <summary>Turns a <see cref="TransferNumber"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class TransferNumberConverter : IConverter<TransferNumber, TransferNumberSurrogate>
{
    /// <inheritdoc/>
    public TransferNumber ConvertFromSurrogate(in TransferNumberSurrogate surrogate) =>
        new(surrogate.Value);

    /// <inheritdoc/>
    public TransferNumberSurrogate ConvertToSurrogate(in TransferNumber value) =>
        new(value.Value);
}
