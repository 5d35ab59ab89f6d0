using System.Globalization;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Quoting;

/// <summary>The parameters of one pair's rule. One thread at a time.</summary>
public sealed class RuleParameters
{
    private readonly IReadOnlyList<Parameter> _parameters;

    internal RuleParameters(IReadOnlyList<Parameter> parameters)
    {
        _parameters = parameters;
        Declared =
        [
            .. parameters.Select(parameter => new RuleParameter(
                parameter.Name, parameter.Unit, parameter.Default, parameter.Min, parameter.Max)),
        ];
    }

    /// <summary>Those of a rule that declares none.</summary>
    public static RuleParameters None { get; } = new([]);

    /// <summary>What the rule declares, in the order of its fields; at most 32.</summary>
    public IReadOnlyList<RuleParameter> Declared { get; }

    /// <summary>The values in force: one for each declared parameter. A copy.</summary>
    public IReadOnlyDictionary<string, double> Values =>
        _parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);

    /// <summary>Everything that is wrong with some values: names that the rule does not declare,
    /// numbers outside their ranges.</summary>
    public IReadOnlyList<ParameterFault> Check(IReadOnlyDictionary<string, double> values)
    {
        var faults = new List<ParameterFault>();
        foreach (var (name, value) in values)
        {
            var declared = Declared.FirstOrDefault(parameter => parameter.Name == name);
            if (declared is null)
                faults.Add(new ParameterFault(name, $"{name} is not a parameter of this rule."));
            else if (!(value >= declared.Min && value <= declared.Max))
                faults.Add(new ParameterFault(name, RangeOf(declared)));
        }
        return faults;
    }

    /// <summary>Puts values in force from the next tick on, all of them at once. A parameter that
    /// is not among them is its default.</summary>
    /// <exception cref="ArgumentException"><see cref="Check"/> finds a fault: nothing has changed.
    /// </exception>
    public void Set(IReadOnlyDictionary<string, double> values)
    {
        var faults = Check(values);
        if (faults.Count > 0)
        {
            throw new ArgumentException(
                string.Join(' ', faults.Select(fault => fault.Message)), nameof(values));
        }
        foreach (var parameter in _parameters)
            parameter.Value = values.GetValueOrDefault(parameter.Name, parameter.Default);
    }

    private static string RangeOf(RuleParameter parameter)
    {
        var unit = parameter.Unit.Length > 0 ? $" ({parameter.Unit})" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{parameter.Name} must be from {parameter.Min} to {parameter.Max}{unit}.");
    }
}
