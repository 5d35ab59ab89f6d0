using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="NewOrder"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("NewOrder")]
public readonly record struct NewOrderSurrogate(
    AccountId Account,
    byte Side,
    byte Kind,
    Price Price,
    Quantity Quantity,
    ClientOrderId? ClientId,
    Instant? Expires,
    Price? Trigger,
    Trail? Trail,
    Quantity Display,
    Notional? Budget,
    byte SelfTrade,
    bool Slide,
    OrderId? Link);

/// <summary>Turns a <see cref="NewOrder"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class NewOrderConverter : IConverter<NewOrder, NewOrderSurrogate>
{
    /// <inheritdoc/>
    public NewOrder ConvertFromSurrogate(in NewOrderSurrogate surrogate) =>
        new(
            surrogate.Account,
            (Side)surrogate.Side,
            (OrderKind)surrogate.Kind,
            surrogate.Price,
            surrogate.Quantity)
        {
            ClientId = surrogate.ClientId,
            Expires = surrogate.Expires,
            Trigger = surrogate.Trigger,
            Trail = surrogate.Trail,
            Display = surrogate.Display,
            Budget = surrogate.Budget,
            SelfTrade = (SelfTradePrevention)surrogate.SelfTrade,
            Slide = surrogate.Slide,
            Link = surrogate.Link,
        };

    /// <inheritdoc/>
    public NewOrderSurrogate ConvertToSurrogate(in NewOrder value) =>
        new(
            value.Account,
            (byte)value.Side,
            (byte)value.Kind,
            value.Price,
            value.Quantity,
            value.ClientId,
            value.Expires,
            value.Trigger,
            value.Trail,
            value.Display,
            value.Budget,
            (byte)value.SelfTrade,
            value.Slide,
            value.Link);
}
