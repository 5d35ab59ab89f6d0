using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="VenueQuote"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("VenueQuote")]
public readonly record struct VenueQuoteSurrogate(
    Price Bid,
    Quantity BidSize,
    Price Ask,
    Quantity AskSize);

/// <summary>Turns a <see cref="VenueQuote"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class VenueQuoteConverter : IConverter<VenueQuote, VenueQuoteSurrogate>
{
    /// <inheritdoc/>
    public VenueQuote ConvertFromSurrogate(in VenueQuoteSurrogate surrogate) =>
        new(surrogate.Bid, surrogate.BidSize, surrogate.Ask, surrogate.AskSize);

    /// <inheritdoc/>
    public VenueQuoteSurrogate ConvertToSurrogate(in VenueQuote value) =>
        new(value.Bid, value.BidSize, value.Ask, value.AskSize);
}
