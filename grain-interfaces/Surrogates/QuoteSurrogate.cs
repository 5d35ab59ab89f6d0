using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="Quote"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("Quote")]
public readonly record struct QuoteSurrogate(byte Side, Price Price, Quantity Quantity);

/// <summary>Turns a <see cref="Quote"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class QuoteConverter : IConverter<Quote, QuoteSurrogate>
{
    /// <inheritdoc/>
    public Quote ConvertFromSurrogate(in QuoteSurrogate surrogate) =>
        new((Side)surrogate.Side, surrogate.Price, surrogate.Quantity);

    /// <inheritdoc/>
    public QuoteSurrogate ConvertToSurrogate(in Quote value) =>
        new((byte)value.Side, value.Price, value.Quantity);
}
