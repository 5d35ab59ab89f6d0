using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Mark"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Mark")]
public readonly record struct MarkSurrogate(long HalfTicks);

/// <summary>Turns a <see cref="Mark"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class MarkConverter : IConverter<Mark, MarkSurrogate>
{
    /// <inheritdoc/>
    public Mark ConvertFromSurrogate(in MarkSurrogate surrogate) =>
        new(surrogate.HalfTicks);

    /// <inheritdoc/>
    public MarkSurrogate ConvertToSurrogate(in Mark value) =>
        new(value.HalfTicks);
}
