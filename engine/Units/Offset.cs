namespace MarketMaker.Engine.Units;

/// <summary>A difference of two prices, in ticks; may be negative. <c>default</c> is none.
/// </summary>
/// <param name="Ticks">Whole ticks of <see cref="PairSpec.TickSize"/>.</param>
public readonly record struct Offset(long Ticks) : IComparable<Offset>
{
    /// <summary>One tick, the smallest difference.</summary>
    public static Offset OneTick => new(1);

    /// <inheritdoc/>
    public int CompareTo(Offset other) => Ticks.CompareTo(other.Ticks);

    /// <summary>The size of the difference, without its direction.</summary>
    /// <exception cref="OverflowException">The value is <see cref="long.MinValue"/>.</exception>
    public Offset Abs() => new(Math.Abs(Ticks));

    /// <summary>The opposite direction.</summary>
    public static Offset operator -(Offset offset) => new(-offset.Ticks);

    /// <summary>Compares by value.</summary>
    public static bool operator <(Offset left, Offset right) => left.Ticks < right.Ticks;

    /// <summary>Compares by value.</summary>
    public static bool operator >(Offset left, Offset right) => left.Ticks > right.Ticks;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(Offset left, Offset right) => left.Ticks <= right.Ticks;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(Offset left, Offset right) => left.Ticks >= right.Ticks;

    /// <summary>The ticks with their sign, for logs.</summary>
    public override string ToString() => $"{Ticks:+0;-0;0}t";
}
