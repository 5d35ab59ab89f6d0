using System.Collections.Frozen;

namespace MarketMaker.Strategies.Compiler;

/// <summary>Says more where the C# compiler only says that something does not exist: it sees a
/// small part of the runtime.</summary>
internal static class Explanations
{
    /// <summary>Names that may be meant for something of the runtime.</summary>
    private static readonly FrozenSet<string> _names = new[]
    {
        "CS0103", "CS0117", "CS0234", "CS0246", "CS1061",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A feature of the language needs something of the runtime.</summary>
    private static readonly FrozenSet<string> _features = new[]
    {
        "CS0518", "CS0656",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The diagnostic, with what is available where that helps.</summary>
    public static RuleDiagnostic Explain(RuleDiagnostic found) =>
        _names.Contains(found.Id) ? Append(found, ", or is not available to quoting scripts")
        : _features.Contains(found.Id)
            ? Append(found, ": this is not available to quoting scripts")
            : found;

    private static RuleDiagnostic Append(RuleDiagnostic found, string why) =>
        found with { Message = $"{found.Message}{why}. {Availability.Summary}" };
}
