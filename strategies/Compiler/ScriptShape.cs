using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketMaker.Strategies.Compiler;

/// <summary>The shape of a rule's source, judged on the syntax alone: no directives, and at the top
/// level only fields, methods and enums without modifiers that share or suspend.</summary>
internal static class ScriptShape
{
    /// <summary>Everything that a rule's source may not have.</summary>
    public static IEnumerable<RuleDiagnostic> Check(CompilationUnitSyntax unit) =>
        Directives(unit).Concat(unit.ChildNodes().SelectMany(CheckTopLevel));

    private static IEnumerable<RuleDiagnostic> Directives(CompilationUnitSyntax unit) =>
        !unit.ContainsDirectives
            ? []
            : unit.DescendantTrivia()
                .Where(trivia => trivia.IsDirective)
                .Select(trivia => RuleDiagnostic.Error(
                    RuleDiagnosticId.Directive,
                    "Directives (#r, #load, #if, …) are not available to quoting rules.",
                    trivia.GetLocation()));

    private static IEnumerable<RuleDiagnostic> CheckTopLevel(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax => [],
        FieldDeclarationSyntax or MethodDeclarationSyntax or EnumDeclarationSyntax =>
            ((MemberDeclarationSyntax)node).Modifiers
                .Where(modifier => !IsAllowed(modifier))
                .Select(modifier => RuleDiagnostic.Error(
                    RuleDiagnosticId.Modifier,
                    $"'{modifier.Text}' is not available to quoting rules: each pair has its own "
                    + "copy of the fields, and OnTick runs to its end.",
                    modifier.GetLocation())),
        _ =>
        [
            RuleDiagnostic.Error(
                RuleDiagnosticId.TopLevel,
                "A quoting rule has only fields, methods and enums at the top level; statements "
                + "belong into OnTick.",
                node.GetLocation()),
        ],
    };

    private static bool IsAllowed(SyntaxToken modifier) => modifier.Kind() is
        SyntaxKind.ConstKeyword or SyntaxKind.ReadOnlyKeyword
        or SyntaxKind.PrivateKeyword or SyntaxKind.PublicKeyword;
}
