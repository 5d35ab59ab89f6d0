using System.Globalization;
using System.Numerics;

namespace MarketMaker.Engine.Units;

/// <summary>What a pair trades in: the one place where decimals become integers and back.</summary>
/// <remarks>Immutable. Conversions to integers round as their names say; those back are exact.
/// </remarks>
public sealed record PairSpec
{
    /// <summary>The largest product of price and quantity: a bound that leaves room for the fee
    /// and for the doubling of <see cref="HalfNotional"/> in 64 bits.</summary>
    public const long MaxTickLots = long.MaxValue / 8;

    private readonly Int128 _atomsOfLot;
    private readonly Int128 _atomsOfTickLot;

    /// <summary>Describes a pair.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="tickSize">The smallest price step, in the quote asset; more than 0. Times the
    /// lot it is a whole number of atoms (<see cref="AssetAmount"/>).</param>
    /// <param name="lotSize">The smallest quantity step, in the base asset; more than 0 and a whole
    /// number of atoms.</param>
    /// <param name="maxPrice">The highest price of an order, in ticks; from 1.</param>
    /// <param name="maxQuantity">The largest quantity of an order, in lots; from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range, or the largest
    /// order's notional would pass <see cref="MaxTickLots"/>.</exception>
    public PairSpec(
        PairId id, decimal tickSize, decimal lotSize, Price maxPrice, Quantity maxQuantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tickSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lotSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPrice.Ticks, nameof(maxPrice));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxQuantity.Lots, nameof(maxQuantity));
        if ((Int128)maxPrice.Ticks * maxQuantity.Lots > MaxTickLots)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxQuantity), maxQuantity,
                $"The largest order's notional passes {MaxTickLots} tick·lots.");
        }
        _atomsOfLot = AtomsIn(lotSize, 1, nameof(lotSize));
        _atomsOfTickLot = AtomsIn(tickSize, lotSize, nameof(tickSize));
        Id = id;
        TickSize = tickSize;
        LotSize = lotSize;
        MaxPrice = maxPrice;
        MaxQuantity = maxQuantity;
    }

    /// <summary>The pair's name.</summary>
    public PairId Id { get; }

    /// <summary>The smallest price step, in the quote asset.</summary>
    public decimal TickSize { get; }

    /// <summary>The smallest quantity step, in the base asset.</summary>
    public decimal LotSize { get; }

    /// <summary>What numbers of this pair are counted in, in words: the same for the same tick and
    /// lot, however their decimals were written.</summary>
    public string Steps => $"ticks of {Shortest(TickSize)} and lots of {Shortest(LotSize)}";

    /// <summary>The tick as an exact fraction: so many, of which so many are 1.</summary>
    public (BigInteger Units, BigInteger InOne) TickFraction
    {
        get
        {
            var (digits, places) = Fraction(TickSize);
            return (digits, BigInteger.Pow(10, places));
        }
    }

    /// <summary>The highest price of an order.</summary>
    public Price MaxPrice { get; }

    /// <summary>The largest quantity of an order.</summary>
    public Quantity MaxQuantity { get; }

    /// <summary>The price at or below a decimal.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public Price PriceRoundedDown(decimal price) => new(WholeUnitsIn(price, TickSize));

    /// <summary>The price at or above a decimal.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public Price PriceRoundedUp(decimal price) => new(-WholeUnitsIn(-price, TickSize));

    /// <summary>The price that is exactly this decimal, if it lies on a tick.</summary>
    public bool TryGetPrice(decimal price, out Price exact)
    {
        var whole = price > 0 && price <= ToDecimal(MaxPrice) && price % TickSize == 0;
        exact = whole ? PriceRoundedDown(price) : default;
        return whole;
    }

    /// <summary>The quantity at or below a decimal.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public Quantity QuantityRoundedDown(decimal quantity) =>
        new(WholeUnitsIn(quantity, LotSize));

    /// <summary>The quantity that is exactly this decimal, if it lies on a lot.</summary>
    public bool TryGetQuantity(decimal quantity, out Quantity exact)
    {
        var whole = quantity > 0 && quantity <= ToDecimal(MaxQuantity) && quantity % LotSize == 0;
        exact = whole ? QuantityRoundedDown(quantity) : default;
        return whole;
    }

    /// <summary>The amount of quote asset at or below a decimal.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public Notional NotionalRoundedDown(decimal amount) =>
        new(WholeUnitsIn(amount, TickSize * LotSize));

    /// <summary>The price in the quote asset.</summary>
    public decimal ToDecimal(Price price) => price.Ticks * TickSize;

    /// <summary>The difference of prices in the quote asset.</summary>
    public decimal ToDecimal(Offset offset) => offset.Ticks * TickSize;

    /// <summary>The reference price in the quote asset.</summary>
    public decimal ToDecimal(Mark mark) => mark.HalfTicks * TickSize / 2;

    /// <summary>The quantity in the base asset.</summary>
    public decimal ToDecimal(Quantity quantity) => quantity.Lots * LotSize;

    /// <summary>The amount in the quote asset.</summary>
    public decimal ToDecimal(Notional notional) => notional.TickLots * (TickSize * LotSize);

    /// <summary>The amount in the quote asset.</summary>
    public decimal ToDecimal(HalfNotional amount) =>
        amount.HalfTickLots * (TickSize * LotSize) / 2;

    /// <summary>The quantity as an amount of the base asset, exactly.</summary>
    /// <exception cref="OverflowException">The result passes 128 bits.</exception>
    public AssetAmount ToAmount(Quantity quantity) => new(quantity.Lots * _atomsOfLot);

    /// <summary>The notional as an amount of the quote asset, exactly.</summary>
    /// <exception cref="OverflowException">The result passes 128 bits.</exception>
    public AssetAmount ToAmount(Notional notional) => new(notional.TickLots * _atomsOfTickLot);

    /// <summary>The quantity that is exactly this amount of the base asset, if it is whole lots
    /// and fits into 64 bits.</summary>
    public bool TryGetQuantity(AssetAmount amount, out Quantity exact)
    {
        var found = TryCount(amount, _atomsOfLot, out var lots);
        exact = new Quantity(lots);
        return found;
    }

    /// <summary>The notional that is exactly this amount of the quote asset, if it is whole
    /// tick·lots and fits into 64 bits.</summary>
    public bool TryGetNotional(AssetAmount amount, out Notional exact)
    {
        var found = TryCount(amount, _atomsOfTickLot, out var tickLots);
        exact = new Notional(tickLots);
        return found;
    }

    private static string Shortest(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static bool TryCount(AssetAmount amount, Int128 atoms, out long count)
    {
        var (whole, rest) = Int128.DivRem(amount.Atoms, atoms);
        var fits = rest == 0 && whole >= long.MinValue && whole <= long.MaxValue;
        count = fits ? (long)whole : 0;
        return fits;
    }

    /// <summary>The atoms in a product; a decimal could not hold it without rounding.</summary>
    private static Int128 AtomsIn(decimal left, decimal right, string parameter)
    {
        var (first, second) = (Fraction(left), Fraction(right));
        var (atoms, places) = (first.Digits * second.Digits, first.Places + second.Places);
        if (places <= AssetAmount.Places && atoms <= (BigInteger)AssetAmount.Max.Atoms)
        {
            atoms *= BigInteger.Pow(10, AssetAmount.Places - places);
            if (atoms <= (BigInteger)AssetAmount.Max.Atoms)
                return (Int128)atoms;
        }
        throw new ArgumentOutOfRangeException(
            parameter, left,
            $"{left} × {right} must be a whole number of 10^-{AssetAmount.Places} and at most "
            + $"{AssetAmount.Max}.");
    }

    /// <summary>A positive decimal as an integer and its decimal places, as few as will do.
    /// </summary>
    private static (BigInteger Digits, int Places) Fraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var high = new BigInteger((uint)bits[2]) << 64;
        var digits = high + ((ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        int places = value.Scale;
        for (; places > 0 && digits % 10 == 0; places--)
            digits /= 10;
        return (digits, places);
    }

    /// <summary>The quotient rounded down. A decimal's remainder is exact; its quotient is rounded
    /// to 28 digits, which can lift it to the next whole number.</summary>
    private static long WholeUnitsIn(decimal value, decimal unit)
    {
        var rest = value % unit;
        var whole = (long)((value - rest) / unit);
        return rest < 0 ? whole - 1 : whole;
    }
}
