using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="RestingOrder"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("RestingOrder")]
public readonly record struct RestingOrderSurrogate(
    OrderId Id,
    AccountId Account,
    byte Side,
    Price Price,
    Quantity Remaining,
    bool IsQuote);

/// <summary>Turns a <see cref="RestingOrder"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class RestingOrderConverter : IConverter<RestingOrder, RestingOrderSurrogate>
{
    /// <inheritdoc/>
    public RestingOrder ConvertFromSurrogate(in RestingOrderSurrogate surrogate) =>
        new(
            surrogate.Id,
            surrogate.Account,
            (Side)surrogate.Side,
            surrogate.Price,
            surrogate.Remaining,
            surrogate.IsQuote);

    /// <inheritdoc/>
    public RestingOrderSurrogate ConvertToSurrogate(in RestingOrder value) =>
        new(value.Id, value.Account, (byte)value.Side, value.Price, value.Remaining, value.IsQuote);
}
