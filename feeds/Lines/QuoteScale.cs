using System.Text;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Lines;

/// <summary>Turns a venue's decimal strings into a pair's ticks and lots, exactly, without floating
/// point or allocation.</summary>
internal sealed class QuoteScale
{
    private readonly long _tick;
    private readonly long _lot;

    /// <summary>Prepares the conversion.</summary>
    /// <exception cref="ArgumentException">The tick or lot has more than
    /// <see cref="DecimalText.Decimals"/> decimals, or passes 64 bits.</exception>
    public QuoteScale(PairSpec spec)
    {
        _tick = Scale(spec.TickSize, nameof(spec.TickSize));
        _lot = Scale(spec.LotSize, nameof(spec.LotSize));
    }

    /// <summary>Reads a quote: the bid down to a tick, the ask up, the sizes down to a lot.
    /// </summary>
    /// <remarks>The venue's own prices are compared before they are rounded, because rounding
    /// outwards would hide a cross of less than a tick.</remarks>
    public QuoteReading Read(in VenueMessage frame, out VenueQuote quote)
    {
        quote = default;
        if (!DecimalText.TryRead(frame.Bid, out var bid)
            || !DecimalText.TryRead(frame.BidSize, out var bidSize)
            || !DecimalText.TryRead(frame.Ask, out var ask)
            || !DecimalText.TryRead(frame.AskSize, out var askSize))
        {
            return QuoteReading.Malformed;
        }
        var rounded = new VenueQuote(
            new Price(bid / _tick), new Quantity(bidSize / _lot),
            new Price(ask / _tick + (ask % _tick > 0 ? 1 : 0)), new Quantity(askSize / _lot));
        if (bid >= ask || !rounded.IsTradable)
            return QuoteReading.Crossed;
        quote = rounded;
        return QuoteReading.Tradable;
    }

    /// <summary>Reads a trade: the price down to a tick, the quantity down to a lot.</summary>
    /// <returns>Whether both are numbers, and the price is at least a tick.</returns>
    public bool TryRead(
        ReadOnlySpan<byte> priceText,
        ReadOnlySpan<byte> quantityText,
        out Price price,
        out Quantity quantity)
    {
        (price, quantity) = (default, default);
        if (!DecimalText.TryRead(priceText, out var scaledPrice)
            || !DecimalText.TryRead(quantityText, out var scaledQuantity))
        {
            return false;
        }
        (price, quantity) = (new(scaledPrice / _tick), new(scaledQuantity / _lot));
        return price.Ticks > 0;
    }

    /// <summary>Reads best prices without their sizes: the bid down to a tick, the ask up.
    /// </summary>
    /// <returns>Whether both are numbers and make a quote.</returns>
    public bool TryRead(string bidText, string askText, out VenueQuote quote)
    {
        quote = default;
        if (!DecimalText.TryRead(Encoding.UTF8.GetBytes(bidText), out var bid)
            || !DecimalText.TryRead(Encoding.UTF8.GetBytes(askText), out var ask))
        {
            return false;
        }
        quote = new VenueQuote(
            new Price(bid / _tick), Quantity.Zero,
            new Price(ask / _tick + (ask % _tick > 0 ? 1 : 0)), Quantity.Zero);
        return quote.IsTradable;
    }

    private static long Scale(decimal step, string name)
    {
        var scaled = step * DecimalText.One;
        if (!decimal.IsInteger(scaled) || scaled > long.MaxValue)
        {
            throw new ArgumentException(
                $"{name} {step} has more than {DecimalText.Decimals} decimals or is too large.");
        }
        return (long)scaled;
    }
}
