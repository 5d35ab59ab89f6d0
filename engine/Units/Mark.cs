namespace MarketMaker.Engine.Units;

/// <summary>A reference price, in half ticks: nothing trades at it, inventory is valued at it.
/// </summary>
/// <remarks>
/// Half ticks, because the middle of two prices is the commonest reference and must be exact.
/// <c>default</c> is 0, which stands for "no reference yet". Ordered by value.
/// </remarks>
/// <param name="HalfTicks">Whole halves of <see cref="PairSpec.TickSize"/>.</param>
public readonly record struct Mark(long HalfTicks) : IComparable<Mark>
{
    /// <summary>The exact middle of a best bid and a best ask.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Mark Middle(Price bid, Price ask) => new(bid.Ticks + ask.Ticks);

    /// <summary>Whether a reference is known.</summary>
    public bool IsKnown => HalfTicks > 0;

    /// <inheritdoc/>
    public int CompareTo(Mark other) => HalfTicks.CompareTo(other.HalfTicks);

    /// <summary>The value of a position at this mark, in half tick·lots.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public HalfNotional Value(Quantity position) => new(HalfTicks * position.Lots);

    /// <summary>Compares by value.</summary>
    public static bool operator <(Mark left, Mark right) => left.HalfTicks < right.HalfTicks;

    /// <summary>Compares by value.</summary>
    public static bool operator >(Mark left, Mark right) => left.HalfTicks > right.HalfTicks;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(Mark left, Mark right) => left.HalfTicks <= right.HalfTicks;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(Mark left, Mark right) => left.HalfTicks >= right.HalfTicks;

    /// <summary>The half ticks, for logs.</summary>
    public override string ToString() => $"{HalfTicks}h";
}
