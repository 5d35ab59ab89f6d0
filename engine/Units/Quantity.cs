namespace MarketMaker.Engine.Units;

/// <summary>An amount of the base asset, in lots.</summary>
/// <remarks>
/// Orders and fills carry positive quantities; a position or a delta may be negative, which means
/// short or sold. <c>default</c> is none. Ordered by value.
/// </remarks>
/// <param name="Lots">Whole lots of <see cref="PairSpec.LotSize"/>.</param>
public readonly record struct Quantity(long Lots) : IComparable<Quantity>
{
    /// <summary>Nothing.</summary>
    public static Quantity Zero => default;

    /// <summary>The smaller of two.</summary>
    public static Quantity Min(Quantity left, Quantity right) => left < right ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => Lots.CompareTo(other.Lots);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Quantity operator +(Quantity left, Quantity right) =>
        new(left.Lots + right.Lots);

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Quantity operator -(Quantity left, Quantity right) =>
        new(left.Lots - right.Lots);

    /// <summary>The opposite position.</summary>
    public static Quantity operator -(Quantity quantity) => new(-quantity.Lots);

    /// <summary>Compares by value.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.Lots < right.Lots;

    /// <summary>Compares by value.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.Lots > right.Lots;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.Lots <= right.Lots;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.Lots >= right.Lots;

    /// <summary>The lots, for logs.</summary>
    public override string ToString() => $"{Lots}l";
}
