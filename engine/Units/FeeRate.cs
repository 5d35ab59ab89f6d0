namespace MarketMaker.Engine.Units;

/// <summary>A fee as a share of the notional, in parts per million; negative is a rebate.</summary>
/// <remarks>One basis point is 100. From −10 000 (−1 %) to +10 000 (1 %). <c>default</c> is free.
/// </remarks>
public readonly record struct FeeRate
{
    /// <summary>The largest rate either way: 1 %.</summary>
    public const int Limit = 10_000;

    /// <summary>Makes a rate.</summary>
    /// <param name="partsPerMillion">From −<see cref="Limit"/> to <see cref="Limit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public FeeRate(int partsPerMillion)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(partsPerMillion, Limit);
        ArgumentOutOfRangeException.ThrowIfLessThan(partsPerMillion, -Limit);
        PartsPerMillion = partsPerMillion;
    }

    /// <summary>The rate, in parts per million of the notional.</summary>
    public int PartsPerMillion { get; }

    /// <summary>The fee on an amount, rounded down (towards minus infinity): the odd fraction is
    /// the payer's, for fees and for rebates.</summary>
    public Notional FeeRoundedDown(Notional notional) =>
        new(ShareRoundedDown(notional.TickLots, PartsPerMillion));

    /// <summary>The fee on an amount, rounded up: what must be held back to be sure of paying it.
    /// </summary>
    public Notional FeeRoundedUp(Notional notional) =>
        new(-ShareRoundedDown(notional.TickLots, -PartsPerMillion));

    /// <summary>The most that an amount pays for at a price, the fee on it included.</summary>
    /// <remarks>A fee rounded down is at most m exactly when price × quantity × (1 + rate) is less
    /// than m + 1.</remarks>
    public Quantity QuantityPaidBy(Notional money, Price price)
    {
        if (money < Notional.Zero)
            return Quantity.Zero;
        var whole = ((Int128)money.TickLots + 1) * 1_000_000 - 1;
        return new((long)(whole / ((Int128)price.Ticks * (1_000_000 + PartsPerMillion))));
    }

    /// <summary>⌊amount × parts / 1 000 000⌋.</summary>
    /// <remarks>64 bits are enough for every amount: with amount = q · 1 000 000 + r, the share is
    /// q · parts + ⌊r · parts / 1 000 000⌋, where |q| &lt; 10¹³, |r| &lt; 10⁶ and |parts| ≤ 10⁴.
    /// Amounts up to 2⁴⁹ times parts stay below 2⁶³, so that one division will do.</remarks>
    private static long ShareRoundedDown(long amount, int parts)
    {
        const long whole = 1_000_000;
        const long small = 1L << 49;
        if (amount is >= 0 and <= small)
        {
            var product = unchecked(amount * parts);
            var floor = product / whole;
            // One less where the division has rounded up: the sign of the rest.
            return unchecked(floor + ((product - floor * whole) >> 63));
        }
        var (quotient, rest) = Math.DivRem(amount, whole);
        var (share, fraction) = Math.DivRem(rest * parts, whole);
        return quotient * parts + share - (fraction < 0 ? 1 : 0);
    }
}
