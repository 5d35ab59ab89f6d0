using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="VolumeBucket"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("VolumeBucket")]
public readonly record struct VolumeBucketSurrogate(
    long Period,
    Quantity Quantity,
    Notional Notional);

/// <summary>Turns a <see cref="VolumeBucket"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class VolumeBucketConverter : IConverter<VolumeBucket, VolumeBucketSurrogate>
{
    /// <inheritdoc/>
    public VolumeBucket ConvertFromSurrogate(in VolumeBucketSurrogate surrogate) =>
        new(surrogate.Period, surrogate.Quantity, surrogate.Notional);

    /// <inheritdoc/>
    public VolumeBucketSurrogate ConvertToSurrogate(in VolumeBucket value) =>
        new(value.Period, value.Quantity, value.Notional);
}
