using MarketMaker.Strategies.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketMaker.Strategies.Compiler;

/// <summary>The one method by which the host calls a rule.</summary>
internal static class EntryPoint
{
    public const string MethodName = "OnTick";

    private const string Signature = "void OnTick(in Tick t, Quotes q)";

    /// <summary>The method as the host binds it.</summary>
    public delegate void Handler(in Tick t, Quotes q);

    /// <summary>What is wrong with the script's entry point, if anything is.</summary>
    public static IEnumerable<RuleDiagnostic> Check(CSharpCompilation compilation)
    {
        var methods = compilation.ScriptClass!
            .GetMembers(MethodName).OfType<IMethodSymbol>().ToArray();
        return methods switch
        {
            [] => [Error($"The entry point is missing: {Signature}.", Location.None)],
            [var method] when Matches(method, compilation) => [],
            [var method] =>
            [
                Error(
                    $"The entry point has another signature: it must be {Signature}.",
                    method.Locations[0]),
            ],
            [_, var second, ..] =>
            [
                Error($"There must be one {MethodName} only: {Signature}.", second.Locations[0]),
            ],
        };
    }

    private static bool Matches(IMethodSymbol method, CSharpCompilation compilation) =>
        method is { ReturnsVoid: true, IsStatic: false, IsAsync: false, IsGenericMethod: false }
        && method.Parameters is
            [{ RefKind: RefKind.In } tick, { RefKind: RefKind.None } quotes]
        && Is<Tick>(tick.Type, compilation)
        && Is<Quotes>(quotes.Type, compilation);

    private static bool Is<T>(ITypeSymbol type, CSharpCompilation compilation) =>
        SymbolEqualityComparer.Default.Equals(
            type, compilation.GetTypeByMetadataName(typeof(T).FullName!));

    private static RuleDiagnostic Error(string message, Location location) =>
        RuleDiagnostic.Error(RuleDiagnosticId.EntryPoint, message, location);
}
