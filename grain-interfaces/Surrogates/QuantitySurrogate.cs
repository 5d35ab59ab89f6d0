using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Quantity"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Quantity")]
public readonly record struct QuantitySurrogate(long Lots);

/// <summary>Turns a <see cref="Quantity"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class QuantityConverter : IConverter<Quantity, QuantitySurrogate>
{
    /// <inheritdoc/>
    public Quantity ConvertFromSurrogate(in QuantitySurrogate surrogate) =>
        new(surrogate.Lots);

    /// <inheritdoc/>
    public QuantitySurrogate ConvertToSurrogate(in Quantity value) =>
        new(value.Lots);
}
