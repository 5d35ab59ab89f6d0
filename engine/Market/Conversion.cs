using System.Numerics;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>Turns quotes in one asset into quotes in another: A/B and B/C make A/C, and A/B and C/B
/// make it, too.</summary>
/// <remarks>
/// The converted price is one fraction of 128-bit integers, rounded once: the bid down to a tick,
/// the ask up. A bid is multiplied by bids and divided by asks, an ask the other way round: it is
/// what somebody would get who traded along. Sizes stay, because they are in the base asset. What
/// would not fit into 126 bits is no price, never a wrong one.
/// </remarks>
public sealed class Conversion
{
    /// <summary>The most legs: from any of three assets to any other through the third.</summary>
    public const int MaxLegs = 2;

    private const int MaxBits = 126;

    private readonly ConversionLeg[] _legs;
    private readonly bool[] _divides;
    private readonly Int128 _numerator;
    private readonly Int128 _denominator;

    /// <summary>Plans a conversion.</summary>
    /// <param name="from">The quotes that come in.</param>
    /// <param name="legs">1 to <see cref="MaxLegs"/>, in the order in which they are walked.
    /// </param>
    /// <param name="to">The pair whose quotes come out; of the same base asset and lots.</param>
    /// <exception cref="ArgumentException">The legs do not lead from one quote asset to the other,
    /// there are too many, or the ticks are too far apart.</exception>
    public Conversion(PairSpec from, IReadOnlyList<ConversionLeg> legs, PairSpec to)
    {
        if (legs.Count is < 1 or > MaxLegs)
            throw new ArgumentException($"must have 1 to {MaxLegs} legs");
        if (from.Id.BaseAsset != to.Id.BaseAsset || from.LotSize != to.LotSize)
            throw new ArgumentException($"{from.Id} is not of the base asset of {to.Id}");
        _legs = [.. legs];
        _divides = new bool[legs.Count];
        var asset = from.Id.QuoteAsset;
        var (numerator, denominator) = from.TickFraction;
        for (var i = 0; i < _legs.Length; i++)
        {
            var leg = _legs[i].Spec.Id;
            _divides[i] = leg.QuoteAsset == asset;
            if (leg.BaseAsset != asset && !_divides[i])
                throw new ArgumentException($"{leg} does not lead away from {asset}");
            asset = _divides[i] ? leg.BaseAsset : leg.QuoteAsset;
            var (units, one) = _legs[i].Spec.TickFraction;
            (units, one) = _divides[i] ? (one, units) : (units, one);
            (numerator, denominator) = (numerator * units, denominator * one);
        }
        if (asset != to.Id.QuoteAsset)
            throw new ArgumentException($"leads to {asset}, not to {to.Id.QuoteAsset}");
        var (tick, whole) = to.TickFraction;
        (numerator, denominator) = (numerator * whole, denominator * tick);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
        if (numerator.GetBitLength() > MaxBits || denominator.GetBitLength() > MaxBits)
            throw new ArgumentException("has ticks too far apart from those of the pair");
        (_numerator, _denominator) = ((Int128)numerator, (Int128)denominator);
    }

    /// <summary>The legs, in the order in which they are walked.</summary>
    public ReadOnlySpan<ConversionLeg> Legs => _legs;

    /// <summary>Converts a quote.</summary>
    /// <param name="quote">What came in; tradable.</param>
    /// <param name="legs">The last quote of each leg, in order; tradable.</param>
    /// <param name="converted">The quote in the pair's ticks.</param>
    /// <returns>False if a product passes 126 bits, or nothing tradable comes out.</returns>
    public bool TryConvert(
        VenueQuote quote, ReadOnlySpan<VenueQuote> legs, out VenueQuote converted)
    {
        converted = default;
        var (bidUp, bidDown) = ((Int128)quote.Bid.Ticks, (Int128)1);
        var (askUp, askDown) = ((Int128)quote.Ask.Ticks, (Int128)1);
        for (var i = 0; i < _legs.Length; i++)
        {
            var (bid, ask) = (legs[i].Bid.Ticks, legs[i].Ask.Ticks);
            var fits = _divides[i]
                ? TryMultiply(ref bidDown, ask) && TryMultiply(ref askDown, bid)
                : TryMultiply(ref bidUp, bid) && TryMultiply(ref askUp, ask);
            if (!fits)
                return false;
        }
        if (!TryMultiply(ref bidUp, _numerator) || !TryMultiply(ref bidDown, _denominator)
            || !TryMultiply(ref askUp, _numerator) || !TryMultiply(ref askDown, _denominator))
            return false;
        var low = bidUp / bidDown;
        var (high, rest) = Int128.DivRem(askUp, askDown);
        high += rest > 0 ? 1 : 0;
        if (low < 1 || high > long.MaxValue / 4)
            return false;
        converted = quote with { Bid = new Price((long)low), Ask = new Price((long)high) };
        return converted.IsTradable;
    }

    /// <summary>Multiplies positive numbers, if the product surely fits.</summary>
    private static bool TryMultiply(ref Int128 value, Int128 factor)
    {
        if (Bits(value) + Bits(factor) > MaxBits)
            return false;
        value *= factor;
        return true;
    }

    private static int Bits(Int128 value) => 128 - (int)Int128.LeadingZeroCount(value);
}
