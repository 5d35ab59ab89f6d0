using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MarketMaker.Strategies.Compiler;

/// <summary>Looks up what every name, every expression and every hidden conversion of a script
/// stands for, and refuses what is not available to it.</summary>
internal sealed class SymbolWalk(SemanticModel model)
{
    /// <summary>The most elements of all arrays of a rule.</summary>
    public const int MaxElements = 65_536;

    private readonly List<RuleDiagnostic> _found = [];
    private TextSpan _last;
    private long _elements;

    /// <summary>Everything that is not available.</summary>
    public static IReadOnlyList<RuleDiagnostic> Check(
        CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var walk = new SymbolWalk(compilation.GetSemanticModel(tree));
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            walk.Look(node);
        }
        return walk._found;
    }

    private void Look(SyntaxNode node)
    {
        switch (node)
        {
            case UsingDirectiveSyntax:
                return;
            case VariableDeclarationSyntax declaration:
                Require(declaration, Type(declaration.Type) is { } type && Availability.Has(type));
                return;
            case ForEachStatementSyntax loop:
                Require(
                    loop.Expression,
                    Type(loop.Expression) is IArrayTypeSymbol or IErrorTypeSymbol or null);
                return;
            case ArrayCreationExpressionSyntax creation:
                Count(creation);
                break;
            case InitializerExpressionSyntax initialiser:
                Add(initialiser, initialiser.Expressions.Count);
                break;
        }
        if (node is ExpressionSyntax expression)
            LookAt(expression);
    }

    private void LookAt(ExpressionSyntax expression)
    {
        // A name before a dot may be a namespace's: `System.Math`.
        var symbol = model.GetSymbolInfo(expression).Symbol;
        var info = model.GetTypeInfo(expression);
        Require(expression, symbol is null || Availability.Has(symbol));
        var isText = expression.IsKind(SyntaxKind.StringLiteralExpression);
        Require(
            expression,
            info.Type is null || Availability.Has(info.Type)
                || isText && info.Type.SpecialType == SpecialType.System_String);
        Require(
            expression,
            info.ConvertedType is null || Availability.Has(info.ConvertedType)
                || isText && info.ConvertedType.SpecialType == SpecialType.System_String
                || IsUnconverted(expression));
        var conversion = model.GetConversion(expression);
        Require(
            expression,
            !conversion.IsBoxing && !conversion.IsMethodGroup && !conversion.IsDynamic
                && (conversion.MethodSymbol is null || Availability.Has(conversion.MethodSymbol)));
        if (expression is ElementAccessExpressionSyntax access
            && Type(access.Expression) is IArrayTypeSymbol)
        {
            Require(
                access.ArgumentList,
                access.ArgumentList.Arguments.All(argument =>
                    Type(argument.Expression) is IErrorTypeSymbol
                        or { SpecialType: SpecialType.System_Int32 }),
                "The index of an array must be an int.");
        }
    }

    /// <summary>Adds up an array's size, which must be known now.</summary>
    private void Count(ArrayCreationExpressionSyntax creation)
    {
        foreach (var size in creation.Type.RankSpecifiers.SelectMany(rank => rank.Sizes))
        {
            if (size is OmittedArraySizeExpressionSyntax)
                continue;
            var known = model.GetConstantValue(size).Value is int length
                && length is >= 0 and <= ScriptShape.MaxElements;
            Require(
                size, known,
                $"An array's size must be a constant from 0 to {ScriptShape.MaxElements}.",
                RuleDiagnosticId.Limit);
            if (known && creation.Initializer is null)
                Add(size, (int)model.GetConstantValue(size).Value!);
        }
    }

    private void Add(SyntaxNode at, int elements)
    {
        var before = _elements;
        _elements += elements;
        Require(
            at, before > MaxElements || _elements <= MaxElements,
            $"The arrays have too many elements together: the limit is {MaxElements}.",
            RuleDiagnosticId.Limit);
    }

    private ITypeSymbol? Type(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type;

    /// <summary>The compiler calls null an object, and what a loop runs over an enumerable.
    /// </summary>
    private static bool IsUnconverted(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.NullLiteralExpression)
        || expression.Parent is ForEachStatementSyntax loop && loop.Expression == expression;

    private void Require(
        SyntaxNode node, bool holds, string? message = null,
        string id = RuleDiagnosticId.NotAvailable)
    {
        // One word for a place: the parts of an expression would all say the same.
        if (holds || _found.Count > 0 && _last.Contains(node.Span))
            return;
        _last = node.Span;
        _found.Add(RuleDiagnostic.Error(
            id, message ?? $"This is not available. {Availability.Summary}", node.GetLocation()));
    }
}
