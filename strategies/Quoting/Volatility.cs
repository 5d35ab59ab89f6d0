namespace MarketMaker.Strategies.Quoting;

/// <summary>How much a price moves: the root of its variance per second, newer moves weighing
/// more.</summary>
/// <remarks>
/// σ² = Σ wᵢ·rᵢ² / Σ wᵢ·dtᵢ over relative moves r in times dt, with w = 2^(−age / half-life). A
/// ratio of sums, so that moves may come at any intervals, several at one time among them. A
/// statistic: not exact, not stored.
/// </remarks>
/// <param name="halfLife">After how many seconds a move weighs half; more than 0.</param>
internal sealed class Volatility(double halfLife)
{
    /// <summary>The weighted time that must have been seen, in seconds.</summary>
    private const double LeastTime = 1;

    private double _price = double.NaN;
    private double _time;
    private double _squares;
    private double _seconds;

    /// <summary>As a fraction of the price per √second; NaN in the first second.</summary>
    public double Value =>
        _seconds >= LeastTime ? Math.Sqrt(_squares / _seconds) : double.NaN;

    /// <summary>Takes a price in.</summary>
    /// <param name="price">More than 0.</param>
    /// <param name="time">In seconds; not before the last one.</param>
    public void Observe(double price, double time)
    {
        if (!double.IsNaN(_price))
        {
            var passed = Math.Max(0, time - _time);
            var weight = Math.Pow(2, -passed / halfLife);
            var move = price / _price - 1;
            _squares = _squares * weight + move * move;
            _seconds = _seconds * weight + passed;
        }
        (_price, _time) = (price, time);
    }
}
