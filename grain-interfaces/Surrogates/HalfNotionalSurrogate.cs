using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="HalfNotional"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("HalfNotional")]
public readonly record struct HalfNotionalSurrogate(long HalfTickLots);

/// <summary>Turns a <see cref="HalfNotional"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class HalfNotionalConverter : IConverter<HalfNotional, HalfNotionalSurrogate>
{
    /// <inheritdoc/>
    public HalfNotional ConvertFromSurrogate(in HalfNotionalSurrogate surrogate) =>
        new(surrogate.HalfTickLots);

    /// <inheritdoc/>
    public HalfNotionalSurrogate ConvertToSurrogate(in HalfNotional value) =>
        new(value.HalfTickLots);
}
