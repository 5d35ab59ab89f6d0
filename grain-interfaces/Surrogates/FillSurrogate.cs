using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Fill"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Fill")]
public readonly record struct FillSurrogate(
    long Number,
    Instant At,
    byte TakerSide,
    Price Price,
    Quantity Quantity,
    OrderId Maker,
    OrderId Taker,
    AccountId MakerAccount,
    AccountId TakerAccount,
    Notional MakerFee,
    Notional TakerFee);

/// <summary>Turns a <see cref="Fill"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class FillConverter : IConverter<Fill, FillSurrogate>
{
    /// <inheritdoc/>
    public Fill ConvertFromSurrogate(in FillSurrogate surrogate) =>
        new(
            surrogate.Number,
            surrogate.At,
            (Side)surrogate.TakerSide,
            surrogate.Price,
            surrogate.Quantity,
            surrogate.Maker,
            surrogate.Taker,
            surrogate.MakerAccount,
            surrogate.TakerAccount,
            surrogate.MakerFee,
            surrogate.TakerFee);

    /// <inheritdoc/>
    public FillSurrogate ConvertToSurrogate(in Fill value) =>
        new(
            value.Number,
            value.At,
            (byte)value.TakerSide,
            value.Price,
            value.Quantity,
            value.Maker,
            value.Taker,
            value.MakerAccount,
            value.TakerAccount,
            value.MakerFee,
            value.TakerFee);
}
