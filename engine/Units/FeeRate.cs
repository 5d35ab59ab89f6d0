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
        new((long)FloorDivide((Int128)notional.TickLots * PartsPerMillion, 1_000_000));

    /// <summary>The fee on an amount, rounded up: what must be held back to be sure of paying it.
    /// </summary>
    public Notional FeeRoundedUp(Notional notional) =>
        new((long)-FloorDivide(-((Int128)notional.TickLots * PartsPerMillion), 1_000_000));

    private static Int128 FloorDivide(Int128 dividend, Int128 divisor)
    {
        var quotient = dividend / divisor;
        return dividend % divisor < 0 ? quotient - 1 : quotient;
    }
}
