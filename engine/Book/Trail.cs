using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>How the trigger of a trailing stop follows the last trade: it stays behind by a
/// distance, moves in the order's favour alone, and by no less than a step.</summary>
/// <param name="Distance">How far the trigger stays behind, from 1.</param>
/// <param name="Step">The least that it moves by; 0 or 1 follows every tick.</param>
/// <param name="Unit">What both are counted in.</param>
public readonly record struct Trail(long Distance, long Step, TrailUnit Unit)
{
    /// <summary>The longest distance, and step, in basis points: the whole price.</summary>
    public const long MaxBasisPoints = 10_000;

    /// <summary>A trail of so many ticks.</summary>
    public static Trail OfTicks(long distance, long step) => new(distance, step, TrailUnit.Ticks);

    /// <summary>A trail of so many basis points of the last price, rounded down to the tick.
    /// </summary>
    public static Trail OfBasisPoints(long distance, long step) =>
        new(distance, step, TrailUnit.BasisPoints);

    /// <summary>Whether the distance is from 1, the step from 0, and neither more than the pair's
    /// highest price or <see cref="MaxBasisPoints"/>.</summary>
    public bool IsWithin(Price highest)
    {
        var most = Unit == TrailUnit.Ticks ? highest.Ticks : MaxBasisPoints;
        return Distance >= 1 && Distance <= most && Step >= 0 && Step <= most;
    }

    /// <summary>The distance at a price; at least a tick.</summary>
    internal Offset DistanceAt(Price price) => At(price, Distance);

    /// <summary>The step at a price; at least a tick.</summary>
    internal Offset StepAt(Price price) => At(price, Step);

    private Offset At(Price price, long amount)
    {
        var ticks = Unit == TrailUnit.Ticks
            ? amount
            : (long)((Int128)price.Ticks * amount / MaxBasisPoints);
        return new Offset(Math.Max(1, ticks));
    }
}
