namespace MarketMaker.Strategies.Contract;

/// <summary>A number that a rule remembers from tick to tick, and beyond: it is saved with the
/// pair and survives new versions of the rule, restarts and moves, bit for bit.</summary>
/// <remarks>A plain field begins anew with each of them. A new version takes over the cells that
/// it declares under the same name.</remarks>
public sealed class Cell
{
    private readonly double[] _values;

    private Cell(double[] values) => _values = values;

    /// <summary>What is remembered.</summary>
    public double Value
    {
        get => _values[0];
        set => _values[0] = value;
    }

    /// <summary>Declares a cell: <c>Cell peak = Cell.Of("peak", 0);</c></summary>
    /// <param name="name">A small letter, then up to 31 letters and digits. No two cells, averages
    /// and windows of a rule have one name.</param>
    /// <param name="value">What it holds in the beginning; NaN is allowed.</param>
    /// <exception cref="ArgumentException">The name is none or taken, or the rule has 256 already.
    /// </exception>
    /// <exception cref="InvalidOperationException">This is not a field's initialiser.</exception>
    public static Cell Of(string name, double value)
    {
        var cell = Declarations.Current.Add(CellKind.Cell, name, 1);
        cell.Values[0] = value;
        return new Cell(cell.Values);
    }
}
