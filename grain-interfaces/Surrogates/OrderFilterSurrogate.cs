using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="OrderFilter"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("OrderFilter")]
public readonly record struct OrderFilterSurrogate(byte? Side, Price? From, Price? To);

/// <summary>Turns an <see cref="OrderFilter"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class OrderFilterConverter : IConverter<OrderFilter, OrderFilterSurrogate>
{
    /// <inheritdoc/>
    public OrderFilter ConvertFromSurrogate(in OrderFilterSurrogate surrogate) =>
        new((Side?)surrogate.Side, surrogate.From, surrogate.To);

    /// <inheritdoc/>
    public OrderFilterSurrogate ConvertToSurrogate(in OrderFilter value) =>
        new((byte?)value.Side, value.From, value.To);
}
