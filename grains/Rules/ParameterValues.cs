using System.Globalization;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Grains.Rules;

/// <summary>A pair's parameters, as its configuration says them and as its rule reads them.
/// </summary>
internal static class ParameterValues
{
    /// <summary>How many changes are told one by one.</summary>
    private const int MaxShown = 8;

    /// <summary>What is wrong with values for a rule.</summary>
    /// <param name="rule">Declares the parameters.</param>
    /// <param name="values">By name.</param>
    /// <param name="known">Values that may be of no use to the rule: they were there before.
    /// </param>
    public static FieldError[] Check(
        IQuotingRule rule,
        IReadOnlyDictionary<string, decimal> values,
        IReadOnlyDictionary<string, decimal> known)
    {
        var declared = rule.Parameters.Declared.Select(parameter => parameter.Name).ToHashSet();
        var judged = values
            .Where(value => declared.Contains(value.Key) || !known.ContainsKey(value.Key))
            .ToDictionary(value => value.Key, value => (double)value.Value);
        return
        [
            .. rule.Parameters.Check(judged).Select(fault =>
                new FieldError($"parameters.{fault.Name}", $"parameters.{fault.Message}")),
        ];
    }

    /// <summary>What is other in some values than in those before, for people; null if nothing is.
    /// </summary>
    public static string? Difference(
        IReadOnlyDictionary<string, decimal> before, IReadOnlyDictionary<string, decimal> after)
    {
        string[] changes =
        [
            .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                .Where(name => Text(before, name) != Text(after, name))
                .Select(name => $"{name} {Text(before, name)} to {Text(after, name)}"),
        ];
        return changes.Length switch
        {
            0 => null,
            <= MaxShown => string.Join(", ", changes),
            _ => string.Join(", ", changes.Take(MaxShown))
                + $" and {changes.Length - MaxShown} more",
        };
    }

    /// <summary>Puts into force what a rule declares; the rest, and what is outside its range, is
    /// passed over.</summary>
    public static void Apply(IQuotingRule rule, IReadOnlyDictionary<string, decimal> values) =>
        rule.Parameters.Set(rule.Parameters.Declared
            .Where(parameter => values.TryGetValue(parameter.Name, out var value)
                && (double)value >= parameter.Min && (double)value <= parameter.Max)
            .ToDictionary(
                parameter => parameter.Name, parameter => (double)values[parameter.Name]));

    /// <summary>What is in force, for people.</summary>
    public static RuleParameterView[] Show(IQuotingRule rule)
    {
        var values = rule.Parameters.Values;
        return
        [
            .. rule.Parameters.Declared.Select(parameter => new RuleParameterView(
                parameter.Name,
                parameter.Unit,
                values[parameter.Name],
                parameter.Default,
                parameter.Min,
                parameter.Max)),
        ];
    }
    private static string Text(IReadOnlyDictionary<string, decimal> values, string name) =>
        values.TryGetValue(name, out var value)
            ? value.ToString("0.############################", CultureInfo.InvariantCulture)
            : "default";
}
