using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="OrderId"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("OrderId")]
public readonly record struct OrderIdSurrogate(long Value);

/// <summary>Turns an <see cref="OrderId"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class OrderIdConverter : IConverter<OrderId, OrderIdSurrogate>
{
    /// <inheritdoc/>
    public OrderId ConvertFromSurrogate(in OrderIdSurrogate surrogate) =>
        new(surrogate.Value);

    /// <inheritdoc/>
    public OrderIdSurrogate ConvertToSurrogate(in OrderId value) =>
        new(value.Value);
}
