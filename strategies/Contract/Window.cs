namespace MarketMaker.Strategies.Contract;

/// <summary>The last so many values, with their mean and deviation. Remembered like a
/// <see cref="Cell"/>.</summary>
/// <remarks>Every call takes the same short time, whatever the size: sums are carried along, about
/// a value near by so that little is lost in them, and are made anew each time the window has been
/// filled once more.</remarks>
public sealed class Window
{
    private const int Filled = 0;
    private const int NextAt = 1;
    private const int Origin = 2;
    private const int Sum = 3;
    private const int Squares = 4;
    private const int Header = 5;

    private readonly double[] _values;

    private Window(double[] values) => _values = values;

    /// <summary>How many values it holds at most.</summary>
    public int Size => _values.Length - Header;

    /// <summary>How many values it holds.</summary>
    public int Count => (int)_values[Filled];

    /// <summary>The mean of what it holds; NaN when that is nothing.</summary>
    public double Mean => Count > 0 ? _values[Origin] + _values[Sum] / Count : double.NaN;

    /// <summary>The standard deviation of what it holds, by n − 1; NaN for fewer than two values.
    /// </summary>
    public double Deviation
    {
        get
        {
            var count = Count;
            if (count < 2)
                return double.NaN;
            var sum = _values[Sum];
            return Math.Sqrt(Math.Max(0, _values[Squares] - sum * sum / count) / (count - 1));
        }
    }

    /// <summary>Declares a window: <c>Window mids = Window.Of("mids", 60);</c></summary>
    /// <param name="name">As a cell's.</param>
    /// <param name="size">How many values it holds; from 1. All windows of a rule hold at most
    /// 4,096 together.</param>
    /// <exception cref="ArgumentException">The name is none or taken, or there is no room for so
    /// many.</exception>
    /// <exception cref="InvalidOperationException">This is not a field's initialiser.</exception>
    public static Window Of(string name, int size) =>
        new(Declarations.Current.AddWindow(name, size, Header).Values);

    /// <summary>Takes a value in; the oldest goes where there is no room. A value that is not
    /// finite changes nothing.</summary>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
            return;
        var (count, next) = (Count, (int)_values[NextAt]);
        if (count == 0)
            _values[Origin] = value;
        if (count == Size)
            Take(_values[Header + next], -1);
        else
            _values[Filled] = count + 1;
        _values[Header + next] = value;
        Take(value, 1);
        if (++next == Size)
        {
            next = 0;
            SumAnew();
        }
        _values[NextAt] = next;
    }

    /// <summary>A value.</summary>
    /// <param name="index">From 0, the newest, to <see cref="Count"/> − 1; NaN beyond.</param>
    public double At(int index)
    {
        if ((uint)index >= (uint)Count)
            return double.NaN;
        var at = (int)_values[NextAt] - 1 - index;
        return _values[Header + (at < 0 ? at + Size : at)];
    }

    private void Take(double value, double sign)
    {
        var distance = value - _values[Origin];
        _values[Sum] += sign * distance;
        _values[Squares] += sign * distance * distance;
    }

    private void SumAnew()
    {
        _values[Origin] = _values[^1];
        _values[Sum] = _values[Squares] = 0;
        for (var i = Header; i < _values.Length; i++)
            Take(_values[i], 1);
    }
}
