using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketMaker.Strategies.Compiler;

/// <summary>Which method of a script calls which.</summary>
internal static class CallGraph
{
    /// <summary>The calls that lead back to the method that they are in.</summary>
    public static IEnumerable<RuleDiagnostic> Recursions(
        CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(tree);
        var calls = tree.GetRoot(cancellation).ChildNodes()
            .OfType<MethodDeclarationSyntax>()
            .SelectMany(method => Calls(model, method))
            .ToLookup(call => (ISymbol?)call.Caller, SymbolEqualityComparer.Default);
        foreach (var each in calls)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var call in each.Where(call => Reaches(calls, call.Called, call.Caller)))
            {
                yield return RuleDiagnostic.Error(
                    RuleDiagnosticId.Recursion,
                    $"'{call.Called.Name}' leads back to '{call.Caller.Name}': a quoting rule's "
                    + "methods may not call themselves, directly or through others.",
                    call.At.GetLocation());
            }
        }
    }

    private static IEnumerable<Call> Calls(SemanticModel model, MethodDeclarationSyntax method)
    {
        if (model.GetDeclaredSymbol(method) is not { } caller)
            yield break;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in method.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(name).Symbol is IMethodSymbol called
                && called.ContainingType is { IsScriptClass: true } && seen.Add(called))
                yield return new Call(caller, called, name);
        }
    }

    private static bool Reaches(ILookup<ISymbol?, Call> calls, ISymbol from, ISymbol to)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<ISymbol>([from]);
        while (open.TryPop(out var here))
        {
            if (SymbolEqualityComparer.Default.Equals(here, to))
                return true;
            if (!seen.Add(here))
                continue;
            foreach (var call in calls[here])
                open.Push(call.Called);
        }
        return false;
    }

    private readonly record struct Call(ISymbol Caller, ISymbol Called, SyntaxNode At);
}
