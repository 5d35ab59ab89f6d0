using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="QuoteReport"/> travels and is stored.</summary>
[GenerateSerializer, Immutable, Alias("QuoteReport")]
public readonly record struct QuoteReportSurrogate(
    Quote Wanted,
    OrderId Id,
    Price Price,
    byte Rejection);

/// <summary>Turns a <see cref="QuoteReport"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class QuoteReportConverter : IConverter<QuoteReport, QuoteReportSurrogate>
{
    /// <inheritdoc/>
    public QuoteReport ConvertFromSurrogate(in QuoteReportSurrogate surrogate) =>
        new(surrogate.Wanted, surrogate.Id, surrogate.Price, (Rejection)surrogate.Rejection);

    /// <inheritdoc/>
    public QuoteReportSurrogate ConvertToSurrogate(in QuoteReport value) =>
        new(value.Wanted, value.Id, value.Price, (byte)value.Rejection);
}
