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
    Quantity Quantity);

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
            surrogate.Quantity);

    /// <inheritdoc/>
    public NewOrderSurrogate ConvertToSurrogate(in NewOrder value) =>
        new(value.Account, (byte)value.Side, (byte)value.Kind, value.Price, value.Quantity);
}
