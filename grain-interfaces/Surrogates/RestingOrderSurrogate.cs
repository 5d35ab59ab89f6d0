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
    bool IsQuote,
    byte Kind,
    ClientOrderId? ClientId,
    Instant? Expires,
    Price? Trigger,
    Trail? Trail,
    Quantity Display,
    Quantity Hidden,
    Notional? Budget,
    byte SelfTrade,
    bool Slide,
    OrderId? Link);

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
            surrogate.IsQuote)
        {
            Kind = (OrderKind)surrogate.Kind,
            ClientId = surrogate.ClientId,
            Expires = surrogate.Expires,
            Trigger = surrogate.Trigger,
            Trail = surrogate.Trail,
            Display = surrogate.Display,
            Hidden = surrogate.Hidden,
            Budget = surrogate.Budget,
            SelfTrade = (SelfTradePrevention)surrogate.SelfTrade,
            Slide = surrogate.Slide,
            Link = surrogate.Link,
        };

    /// <inheritdoc/>
    public RestingOrderSurrogate ConvertToSurrogate(in RestingOrder value) =>
        new(
            value.Id,
            value.Account,
            (byte)value.Side,
            value.Price,
            value.Remaining,
            value.IsQuote,
            (byte)value.Kind,
            value.ClientId,
            value.Expires,
            value.Trigger,
            value.Trail,
            value.Display,
            value.Hidden,
            value.Budget,
            (byte)value.SelfTrade,
            value.Slide,
            value.Link);
}
