using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="TransferId"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("TransferId")]
public readonly record struct TransferIdSurrogate(string? Name);

/// <summary>Turns a <see cref="TransferId"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class TransferIdConverter : IConverter<TransferId, TransferIdSurrogate>
{
    /// <inheritdoc/>
    public TransferId ConvertFromSurrogate(in TransferIdSurrogate surrogate) =>
        surrogate.Name is null ? default : TransferId.Parse(surrogate.Name);

    /// <inheritdoc/>
    public TransferIdSurrogate ConvertToSurrogate(in TransferId value) =>
        new(value == default ? null : value.ToString());
}
