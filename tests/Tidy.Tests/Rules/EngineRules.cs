using MarketMaker.Tidy.Tests.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>What the engine does without: it is pure, synchronous and counts in integers.
/// </summary>
internal static class EngineRules
{
    /// <summary>The one file that may speak of decimals: there they become integers and back.
    /// </summary>
    public const string Border = "engine/Units/PairSpec.cs";

    private static readonly Dictionary<string, string> _substitutes = new(StringComparer.Ordinal)
    {
        ["DateTime"] = "an Instant that comes in as an argument",
        ["TimeProvider"] = "an Instant that comes in as an argument",
        ["Stopwatch"] = "measuring in the shell",
        ["Random"] = "a seed that comes in as an argument",
        ["Task"] = "a return value; waiting belongs to the shell",
        ["ValueTask"] = "a return value; waiting belongs to the shell",
        ["Thread"] = "one thread at a time, which the caller sees to",
        ["ILogger"] = "a return value that the shell logs",
    };

    public static IEnumerable<Violation> FloatingPoint(SourceFile file) =>
        from token in file.Unit.DescendantTokens()
        where token.Kind() is SyntaxKind.DoubleKeyword or SyntaxKind.FloatKeyword
            || token.Value is double or float
            || token is { RawKind: (int)SyntaxKind.IdentifierToken, Text: "Double" or "Half" }
        select file.Breaks(token, $"floating point: {token.Text}");

    public static IEnumerable<Violation> Decimals(SourceFile file) =>
        from token in file.Unit.DescendantTokens()
        where file.Path != Border
            && (token.IsKind(SyntaxKind.DecimalKeyword) || token.Value is decimal)
        select file.Breaks(token, $"'{token.Text}' outside {Border}");

    public static IEnumerable<Violation> Banned(SourceFile file)
    {
        foreach (var token in file.Unit.DescendantTokens())
        {
            if (token.Kind() is SyntaxKind.AsyncKeyword or SyntaxKind.AwaitKeyword)
                yield return file.Breaks(token, $"{token.Text}; take a return value");
        }
        foreach (var name in file.Unit.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (_substitutes.TryGetValue(name.Identifier.Text, out var substitute))
                yield return file.Breaks(name, $"{name.Identifier.Text}; take {substitute}");
            else if (name is { Identifier.Text: "NewGuid", Parent: MemberAccessExpressionSyntax })
                yield return file.Breaks(name, "NewGuid; take a number that is counted up");
        }
        foreach (var violation in ClockRules.WallClock(file))
            yield return violation;
    }
}
