namespace MarketMaker.Engine.Units;

/// <summary>An amount of the quote asset, in half tick·lots: the unit of everything that is valued
/// at a <see cref="Mark"/>, so of profit and loss. <c>default</c> is none. Ordered by value.
/// </summary>
/// <param name="HalfTickLots">Whole halves of a tick·lot.</param>
public readonly record struct HalfNotional(long HalfTickLots) : IComparable<HalfNotional>
{
    /// <inheritdoc/>
    public int CompareTo(HalfNotional other) => HalfTickLots.CompareTo(other.HalfTickLots);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static HalfNotional operator +(HalfNotional left, HalfNotional right) =>
        new(left.HalfTickLots + right.HalfTickLots);

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static HalfNotional operator -(HalfNotional left, HalfNotional right) =>
        new(left.HalfTickLots - right.HalfTickLots);

    /// <summary>The opposite amount.</summary>
    public static HalfNotional operator -(HalfNotional amount) => new(-amount.HalfTickLots);

    /// <summary>Compares by value.</summary>
    public static bool operator <(HalfNotional left, HalfNotional right) =>
        left.HalfTickLots < right.HalfTickLots;

    /// <summary>Compares by value.</summary>
    public static bool operator >(HalfNotional left, HalfNotional right) =>
        left.HalfTickLots > right.HalfTickLots;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(HalfNotional left, HalfNotional right) =>
        left.HalfTickLots <= right.HalfTickLots;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(HalfNotional left, HalfNotional right) =>
        left.HalfTickLots >= right.HalfTickLots;

    /// <summary>The half tick·lots, for logs.</summary>
    public override string ToString() => $"{HalfTickLots}htl";
}
