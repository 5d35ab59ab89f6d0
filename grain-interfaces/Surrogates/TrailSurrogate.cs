using MarketMaker.Engine.Book;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Trail"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Trail")]
public readonly record struct TrailSurrogate(long Distance, long Step, byte Unit);

/// <summary>Turns a <see cref="Trail"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class TrailConverter : IConverter<Trail, TrailSurrogate>
{
    /// <inheritdoc/>
    public Trail ConvertFromSurrogate(in TrailSurrogate surrogate) =>
        new(surrogate.Distance, surrogate.Step, (TrailUnit)surrogate.Unit);

    /// <inheritdoc/>
    public TrailSurrogate ConvertToSurrogate(in Trail value) =>
        new(value.Distance, value.Step, (byte)value.Unit);
}
