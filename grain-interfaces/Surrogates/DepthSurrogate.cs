using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Depth"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("Depth")]
public readonly record struct DepthSurrogate(
    long Sequence, DepthLevel[] Bids, DepthLevel[] Asks);

/// <summary>Turns a <see cref="Depth"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class DepthConverter : IConverter<Depth, DepthSurrogate>
{
    /// <inheritdoc/>
    public Depth ConvertFromSurrogate(in DepthSurrogate surrogate) =>
        new(surrogate.Sequence, surrogate.Bids, surrogate.Asks);

    /// <inheritdoc/>
    public DepthSurrogate ConvertToSurrogate(in Depth value) =>
        new(value.Sequence, value.Bids.ToArray(), value.Asks.ToArray());
}
