namespace MarketMaker.Strategies.Contract;

/// <summary>An average that forgets: each value weighs less the older it is. Remembered like a
/// <see cref="Cell"/>.</summary>
/// <remarks>Values may come at any intervals: after <c>timeConstant</c> seconds the weight has
/// fallen to 1/e. average ← average + (1 − e^(−dt / timeConstant)) · (value − average).</remarks>
public sealed class Ewma
{
    private const int Average = 0;
    private const int LastTime = 1;

    private readonly double[] _values;

    private Ewma(double[] values) => _values = values;

    /// <summary>The average; NaN before the first value.</summary>
    public double Value => _values[Average];

    /// <summary>Declares an average: <c>Ewma spread = Ewma.Of("spread");</c></summary>
    /// <param name="name">As a cell's.</param>
    /// <exception cref="ArgumentException">The name is none or taken, or the rule has 256 already.
    /// </exception>
    /// <exception cref="InvalidOperationException">This is not a field's initialiser.</exception>
    public static Ewma Of(string name)
    {
        var cell = Declarations.Current.Add(CellKind.Ewma, name, 2);
        cell.Values[Average] = double.NaN;
        cell.Values[LastTime] = double.NaN;
        return new Ewma(cell.Values);
    }

    /// <summary>Takes a value in. One that is not finite changes nothing; nor does a value that is
    /// not later than the last, unless it is the first.</summary>
    /// <param name="value">The value.</param>
    /// <param name="time">When, in seconds: <see cref="Tick.Time"/>.</param>
    /// <param name="timeConstant">How slowly it forgets, in seconds; more than 0.</param>
    public void Add(double value, double time, double timeConstant)
    {
        if (!double.IsFinite(value) || !double.IsFinite(time))
            return;
        if (double.IsNaN(_values[Average]))
            (_values[Average], _values[LastTime]) = (value, time);
        var passed = time - _values[LastTime];
        if (!(passed > 0))
            return;
        _values[LastTime] = time;
        var weight = timeConstant > 0 ? 1 - Math.Exp(-passed / timeConstant) : 1;
        _values[Average] += weight * (value - _values[Average]);
    }
}
