namespace MarketMaker.Strategies.Quoting;

/// <summary>Turns whole steps of a decimal size into the nearest double, quickly.</summary>
/// <remarks>A step is a whole number by a power of ten. While their product stays below 2⁵³ both
/// operands of the one division are exact, so its result is the double that is nearest to the
/// decimal; beyond, it is within two of the last bit's steps.</remarks>
internal readonly struct GridScale
{
    private const double Exact = 1L << 53;

    private readonly decimal _step;
    private readonly double _whole;
    private readonly double _divisor;

    public GridScale(decimal step)
    {
        _step = step;
        var divisor = 1m;
        while (step != decimal.Truncate(step) && divisor < 1e22m)
            (step, divisor) = (step * 10, divisor * 10);
        (_whole, _divisor) = ((double)step, (double)divisor);
    }

    /// <summary>So many steps.</summary>
    public double Of(long steps)
    {
        var product = steps * _whole;
        return Math.Abs(product) <= Exact && _whole <= Exact
            ? product / _divisor
            : (double)(steps * _step);
    }
}
