using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="DepthLevel"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("DepthLevel")]
public readonly record struct DepthLevelSurrogate(Price Price, Quantity Quantity, int Orders);

/// <summary>Turns a <see cref="DepthLevel"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class DepthLevelConverter : IConverter<DepthLevel, DepthLevelSurrogate>
{
    /// <inheritdoc/>
    public DepthLevel ConvertFromSurrogate(in DepthLevelSurrogate surrogate) =>
        new(surrogate.Price, surrogate.Quantity, surrogate.Orders);

    /// <inheritdoc/>
    public DepthLevelSurrogate ConvertToSurrogate(in DepthLevel value) =>
        new(value.Price, value.Quantity, value.Orders);
}
