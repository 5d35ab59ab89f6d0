using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How an <see cref="OwnOrder"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("OwnOrder")]
public readonly record struct OwnOrderSurrogate(
    OrderId Id,
    byte Side,
    Price Price,
    Quantity Remaining,
    int OrdersAhead,
    Quantity QuantityAhead);

/// <summary>Turns an <see cref="OwnOrder"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class OwnOrderConverter : IConverter<OwnOrder, OwnOrderSurrogate>
{
    /// <inheritdoc/>
    public OwnOrder ConvertFromSurrogate(in OwnOrderSurrogate surrogate) =>
        new(
            surrogate.Id,
            (Side)surrogate.Side,
            surrogate.Price,
            surrogate.Remaining,
            surrogate.OrdersAhead,
            surrogate.QuantityAhead);

    /// <inheritdoc/>
    public OwnOrderSurrogate ConvertToSurrogate(in OwnOrder value) =>
        new(
            value.Id,
            (byte)value.Side,
            value.Price,
            value.Remaining,
            value.OrdersAhead,
            value.QuantityAhead);
}
