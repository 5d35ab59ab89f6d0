using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketMaker.Strategies.Compiler;

/// <summary>The shape of a rule's source, judged on the syntax alone: fields, methods and enums at
/// the top level, made of the constructs of <see cref="SyntaxSubset"/>, and not too deep.</summary>
internal static class ScriptShape
{
    /// <summary>The most nodes of the syntax tree from the root to a leaf.</summary>
    public const int MaxDepth = 160;

    /// <summary>The most tokens of a method: with the steps of a tick, it bounds its time.
    /// </summary>
    public const int MaxMethodTokens = 4_096;

    /// <summary>The most elements that an array's initialiser lists.</summary>
    public const int MaxElements = 4_096;

    private const string Available =
        "Available are fields, methods and enums; if, for, while, do, foreach, switch, return, "
        + "break and continue; arithmetic, logic, calls, elements, ?:, ?? and patterns.";

    /// <summary>Everything that a rule's source may not have, the first of each branch of the tree.
    /// </summary>
    public static IEnumerable<RuleDiagnostic> Check(CompilationUnitSyntax unit)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((unit, 1));
        while (open.TryPop(out var here))
        {
            if (Fault(here.Node, here.Depth) is { } fault)
            {
                yield return fault;
                continue;
            }
            foreach (var child in here.Node.ChildNodes())
                open.Push((child, here.Depth + 1));
        }
    }

    private static RuleDiagnostic? Fault(SyntaxNode node, int depth)
    {
        if (depth > MaxDepth)
        {
            return RuleDiagnostic.Error(
                RuleDiagnosticId.Limit,
                $"This is nested too deeply: the limit is {MaxDepth}.", node.GetLocation());
        }
        if (node.Parent is CompilationUnitSyntax && TopLevel(node) is { } misplaced)
            return misplaced;
        return SyntaxSubset.Has(node.Kind()) ? Detail(node) : Missing(node, Words(node.Kind()));
    }

    private static RuleDiagnostic? TopLevel(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax => null,
        FieldDeclarationSyntax or MethodDeclarationSyntax or EnumDeclarationSyntax =>
            Modifier(((MemberDeclarationSyntax)node).Modifiers),
        _ => RuleDiagnostic.Error(
            RuleDiagnosticId.TopLevel,
            "A quoting rule has only fields, methods and enums at the top level; statements "
            + "belong into OnTick.",
            node.GetLocation()),
    };

    private static RuleDiagnostic? Modifier(SyntaxTokenList modifiers) => modifiers
        .Where(modifier => !SyntaxSubset.HasModifier(modifier.Kind()))
        .Select(modifier => RuleDiagnostic.Error(
            RuleDiagnosticId.Modifier,
            $"'{modifier.Text}' is not available to quoting rules: each pair has its own "
            + "copy of the fields, and OnTick runs to its end.",
            modifier.GetLocation()))
        .FirstOrDefault();

    /// <summary>What an allowed construct may not have in this place.</summary>
    private static RuleDiagnostic? Detail(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax { Alias: not null } => Missing(node, "using alias"),
        UsingDirectiveSyntax directive
            when !directive.StaticKeyword.IsKind(SyntaxKind.None)
                || !directive.GlobalKeyword.IsKind(SyntaxKind.None)
                || !directive.UnsafeKeyword.IsKind(SyntaxKind.None) =>
            Missing(node, "using directive of this kind"),
        PredefinedTypeSyntax type when !SyntaxSubset.HasType(type.Keyword.Kind()) =>
            Missing(node, $"type '{type.Keyword.Text}'"),
        MethodDeclarationSyntax method => Method(method),
        ParameterSyntax parameter
            when parameter.Modifiers.Any(each => !SyntaxSubset.HasParameterModifier(each.Kind())) =>
            Missing(node, "parameter of this kind"),
        VariableDeclaratorSyntax { ArgumentList: not null } => Missing(node, "buffer"),
        LocalDeclarationStatementSyntax local
            when local.Modifiers.Any(each => !each.IsKind(SyntaxKind.ConstKeyword))
                || !local.UsingKeyword.IsKind(SyntaxKind.None)
                || !local.AwaitKeyword.IsKind(SyntaxKind.None) =>
            Missing(node, "variable of this kind"),
        ForEachStatementSyntax loop when !loop.AwaitKeyword.IsKind(SyntaxKind.None) =>
            Missing(node, "asynchronous loop"),
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) =>
            Literal(literal),
        ArrayRankSpecifierSyntax { Rank: > 1 } => Missing(node, "array of several dimensions"),
        InitializerExpressionSyntax or ArrayCreationExpressionSyntax
            or ImplicitArrayCreationExpressionSyntax => Creation(node),
        DeclarationExpressionSyntax { Parent: not ArgumentSyntax } =>
            Missing(node, "deconstruction"),
        _ => null,
    };

    private static RuleDiagnostic? Method(MethodDeclarationSyntax method) =>
        method.Body is null && method.ExpressionBody is null
            ? Missing(method, "method without a body")
            : method.DescendantTokens().Skip(MaxMethodTokens).Any()
                ? RuleDiagnostic.Error(
                    RuleDiagnosticId.Limit,
                    $"The method has too many tokens: the limit is {MaxMethodTokens}.",
                    method.Identifier.GetLocation())
                : null;

    private static RuleDiagnostic? Literal(LiteralExpressionSyntax literal) =>
        literal is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } }
            ? null
            : Missing(literal, "string in another place than a call's argument");

    private static RuleDiagnostic? Creation(SyntaxNode node) =>
        node is InitializerExpressionSyntax { Expressions.Count: > MaxElements }
            ? RuleDiagnostic.Error(
                RuleDiagnosticId.Limit,
                $"The array has too many elements: the limit is {MaxElements}.",
                node.GetLocation())
            : node.FirstAncestorOrSelf<FieldDeclarationSyntax>() is null
                ? Missing(node, "array made outside a field's initialiser")
                : null;

    private static RuleDiagnostic Missing(SyntaxNode node, string what) => RuleDiagnostic.Error(
        RuleDiagnosticId.Construct,
        $"A quoting rule can have no {what}. {Available}", node.GetLocation());

    /// <summary>A kind in words: <c>TryStatement</c> is a try statement.</summary>
    private static string Words(SyntaxKind kind)
    {
        var words = new StringBuilder();
        foreach (var c in kind.ToString())
        {
            if (char.IsUpper(c) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }
}
