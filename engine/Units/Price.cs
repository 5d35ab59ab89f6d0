namespace MarketMaker.Engine.Units;

/// <summary>A price of a pair, in ticks.</summary>
/// <remarks>
/// A point on a line: price − price is an <see cref="Offset"/>, price + offset is a price, and
/// price + price does not exist. Orders carry prices from 1 to <see cref="PairSpec.MaxPrice"/>.
/// <c>default</c> is 0 ticks, which no order can have. Ordered by value.
/// </remarks>
/// <param name="Ticks">Whole ticks of <see cref="PairSpec.TickSize"/>.</param>
public readonly record struct Price(long Ticks) : IComparable<Price>
{
    /// <inheritdoc/>
    public int CompareTo(Price other) => Ticks.CompareTo(other.Ticks);

    /// <summary>Whether a taker of <paramref name="taker"/>'s side with this limit may trade at
    /// <paramref name="resting"/>.</summary>
    public bool Reaches(Price resting, Side taker) =>
        taker == Side.Buy ? Ticks >= resting.Ticks : Ticks <= resting.Ticks;

    /// <summary>Whether this price stands before <paramref name="other"/> in the queue of
    /// <paramref name="side"/>: higher among bids, lower among asks.</summary>
    public bool IsBetterThan(Price other, Side side) =>
        side == Side.Buy ? Ticks > other.Ticks : Ticks < other.Ticks;

    /// <summary>The same price as a reference, exactly.</summary>
    public Mark ToMark() => new(checked(Ticks * 2));

    /// <summary>The distance from <paramref name="right"/> to <paramref name="left"/>.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Offset operator -(Price left, Price right) => new(left.Ticks - right.Ticks);

    /// <summary>The price moved by an offset.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Price operator +(Price price, Offset offset) => new(price.Ticks + offset.Ticks);

    /// <summary>The price moved back by an offset.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Price operator -(Price price, Offset offset) => new(price.Ticks - offset.Ticks);

    /// <summary>The turnover of <paramref name="quantity"/> at this price.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Notional operator *(Price price, Quantity quantity) =>
        new(price.Ticks * quantity.Lots);

    /// <summary>Compares by value.</summary>
    public static bool operator <(Price left, Price right) => left.Ticks < right.Ticks;

    /// <summary>Compares by value.</summary>
    public static bool operator >(Price left, Price right) => left.Ticks > right.Ticks;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(Price left, Price right) => left.Ticks <= right.Ticks;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(Price left, Price right) => left.Ticks >= right.Ticks;

    /// <summary>The ticks, for logs.</summary>
    public override string ToString() => $"{Ticks}t";
}
