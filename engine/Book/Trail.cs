namespace MarketMaker.Engine.Book;

/// <summary>How the trigger of a trailing stop follows the last trade: it stays behind by a
/// distance, moves in the order's favour alone, and by no less than a step.</summary>
/// <param name="Distance">How far the trigger stays behind, from 1.</param>
/// <param name="Step">The least that it moves by; 0 or 1 follows every tick.</param>
/// <param name="Unit">What both are counted in.</param>
public readonly record struct Trail(long Distance, long Step, TrailUnit Unit)
{
    /// <summary>A trail of so many ticks.</summary>
    public static Trail OfTicks(long distance, long step) => new(distance, step, TrailUnit.Ticks);

    /// <summary>A trail of so many basis points of the last price, rounded down to the tick.
    /// </summary>
    public static Trail OfBasisPoints(long distance, long step) =>
        new(distance, step, TrailUnit.BasisPoints);
}
