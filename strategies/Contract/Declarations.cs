using System.Globalization;

namespace MarketMaker.Strategies.Contract;

/// <summary>What one rule's fields declare while they are initialised: parameters and cells.
/// </summary>
/// <remarks>A field's initialiser has nothing but static methods to call. So the host opens a list
/// on its thread, runs the initialisers, and closes it again.</remarks>
internal sealed class Declarations
{
    public const int MaxParameters = 32;
    public const int MaxCells = 256;
    public const int MaxWindowValues = 4_096;
    public const int MaxNameLength = 32;
    public const int MaxUnitLength = 32;

    [ThreadStatic]
    private static Declarations? _open;

    private readonly List<Parameter> _parameters = [];
    private readonly List<NamedCell> _cells = [];
    private int _windowValues;

    /// <summary>The list that is open on this thread.</summary>
    /// <exception cref="InvalidOperationException">None is.</exception>
    public static Declarations Current =>
        _open ?? throw new InvalidOperationException(
            "Parameters, cells, averages and windows are declared in field initialisers alone.");

    public IReadOnlyList<Parameter> Parameters => _parameters;

    public IReadOnlyList<NamedCell> Cells => _cells;

    /// <summary>Runs something that declares.</summary>
    public T Collect<T>(Func<T> initialise)
    {
        var outer = _open;
        _open = this;
        try
        {
            return initialise();
        }
        finally
        {
            _open = outer;
        }
    }

    public void Add(Parameter parameter)
    {
        var what = $"Parameter '{parameter.Name}'";
        RequireName(what, parameter.Name);
        Require(
            _parameters.TrueForAll(other => other.Name != parameter.Name),
            $"{what} is declared twice.");
        Require(
            _parameters.Count < MaxParameters, $"{what} is one too many: {MaxParameters} at most.");
        Require(
            parameter.Unit is { Length: <= MaxUnitLength },
            $"{what}: the unit must have at most {MaxUnitLength} characters.");
        var (value, min, max) = (parameter.Default, parameter.Min, parameter.Max);
        var range = string.Create(CultureInfo.InvariantCulture, $"from {min} to {max}");
        Require(
            double.IsFinite(min) && double.IsFinite(max) && min < max,
            $"{what}: the range {range} is none.");
        Require(
            value >= min && value <= max,
            string.Create(
                CultureInfo.InvariantCulture, $"{what}: the default {value} is not {range}."));
        _parameters.Add(parameter);
    }

    public NamedCell Add(CellKind kind, string name, int length)
    {
        var what = $"{kind} '{name}'";
        RequireName(what, name);
        Require(_cells.TrueForAll(other => other.Name != name), $"{what}: the name is taken.");
        Require(_cells.Count < MaxCells, $"{what} is one too many: {MaxCells} at most.");
        var cell = new NamedCell(kind, name, new double[length]);
        _cells.Add(cell);
        return cell;
    }

    public NamedCell AddWindow(string name, int size, int header)
    {
        Require(
            size >= 1 && size <= MaxWindowValues - _windowValues,
            $"Window '{name}' of {size} values: all windows hold from 1 to {MaxWindowValues} "
                + "together.");
        _windowValues += size;
        return Add(CellKind.Window, name, header + size);
    }

    private static void RequireName(string what, string name) =>
        Require(
            name is { Length: >= 1 and <= MaxNameLength }
                && char.IsAsciiLetterLower(name[0]) && name.All(char.IsAsciiLetterOrDigit),
            $"{what}: a name is a small letter and then up to {MaxNameLength - 1} letters and "
                + "digits.");

    private static void Require(bool holds, string message)
    {
        if (!holds)
            throw new ArgumentException(message);
    }
}
