namespace MarketMaker.Engine.Units;

/// <summary>An amount of the quote asset, in tick·lots: price times quantity, exactly.</summary>
/// <remarks>May be negative as a delta, a fee rebate or a debt. <c>default</c> is none. Ordered by
/// value.</remarks>
/// <param name="TickLots">Whole units of <see cref="PairSpec.TickSize"/> ×
/// <see cref="PairSpec.LotSize"/>.</param>
public readonly record struct Notional(long TickLots) : IComparable<Notional>
{
    /// <summary>Nothing.</summary>
    public static Notional Zero => default;

    /// <inheritdoc/>
    public int CompareTo(Notional other) => TickLots.CompareTo(other.TickLots);

    /// <summary>The same amount in half tick·lots, exactly.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public HalfNotional ToHalf() => new(TickLots * 2);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Notional operator +(Notional left, Notional right) =>
        new(left.TickLots + right.TickLots);

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Notional operator -(Notional left, Notional right) =>
        new(left.TickLots - right.TickLots);

    /// <summary>The opposite amount.</summary>
    public static Notional operator -(Notional notional) => new(-notional.TickLots);

    /// <summary>Compares by value.</summary>
    public static bool operator <(Notional left, Notional right) => left.TickLots < right.TickLots;

    /// <summary>Compares by value.</summary>
    public static bool operator >(Notional left, Notional right) => left.TickLots > right.TickLots;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(Notional left, Notional right) =>
        left.TickLots <= right.TickLots;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(Notional left, Notional right) =>
        left.TickLots >= right.TickLots;

    /// <summary>The tick·lots, for logs.</summary>
    public override string ToString() => $"{TickLots}tl";
}
