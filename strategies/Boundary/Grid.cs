namespace MarketMaker.Strategies.Boundary;

/// <summary>Doubles as multiples of a step, with the noise of binary arithmetic taken off.
/// </summary>
internal static class Grid
{
    /// <summary>A value this near to a whole step is that step: 99.95 that was computed as
    /// 99.95000000000001 must not move by a tick. In steps.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>Above this a double cannot count every step: 2⁵³.</summary>
    public const long MaxSteps = 1L << 53;

    /// <summary>The value in steps, whole if it is within <see cref="Tolerance"/> of whole. NaN
    /// and infinities stay what they are.</summary>
    public static double Steps(double value, double step)
    {
        var steps = value / step;
        var whole = Math.Round(steps);
        return Math.Abs(steps - whole) <= Tolerance ? whole : steps;
    }
}
