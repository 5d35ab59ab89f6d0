using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Price"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Price")]
public readonly record struct PriceSurrogate(long Ticks);

/// <summary>Turns a <see cref="Price"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class PriceConverter : IConverter<Price, PriceSurrogate>
{
    /// <inheritdoc/>
    public Price ConvertFromSurrogate(in PriceSurrogate surrogate) =>
        new(surrogate.Ticks);

    /// <inheritdoc/>
    public PriceSurrogate ConvertToSurrogate(in Price value) =>
        new(value.Ticks);
}
