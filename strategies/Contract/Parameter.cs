namespace MarketMaker.Strategies.Contract;

/// <summary>A number that the operator sets for each pair while the rule runs.</summary>
/// <remarks>Declared in a field's initialiser and read through <see cref="Value"/>. A change is
/// there at the next tick; nothing is compiled for it, and nothing else of the rule changes.
/// </remarks>
public sealed class Parameter
{
    private Parameter(string name, string unit, double value, double min, double max)
    {
        Name = name;
        Unit = unit;
        Default = value;
        Min = min;
        Max = max;
        Value = value;
    }

    /// <summary>The number in force; within the range.</summary>
    public double Value { get; internal set; }

    internal string Name { get; }

    internal string Unit { get; }

    internal double Default { get; }

    internal double Min { get; }

    internal double Max { get; }

    /// <summary>Declares a parameter: <c>Parameter gamma = Parameter.Of("gamma", "1/USDT", 0.1,
    /// 0.001, 10);</c></summary>
    /// <param name="name">What the operator calls it: a small letter, then up to 31 letters and
    /// digits. No two parameters of a rule have one name.</param>
    /// <param name="unit">For people, at most 32 characters; empty for none.</param>
    /// <param name="value">What it is where the operator says nothing.</param>
    /// <param name="min">The smallest allowed value.</param>
    /// <param name="max">The largest allowed value; more than <paramref name="min"/>.</param>
    /// <exception cref="ArgumentException">One of these is not so, or the rule has 32 parameters
    /// already.</exception>
    /// <exception cref="InvalidOperationException">This is not a field's initialiser.</exception>
    public static Parameter Of(string name, string unit, double value, double min, double max)
    {
        var parameter = new Parameter(name, unit, value, min, max);
        Declarations.Current.Add(parameter);
        return parameter;
    }
}
