using System.Collections.Frozen;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketMaker.Strategies.Compiler;

/// <summary>The constructs of C# that quoting rules have. What is not here is refused, and so is
/// whatever a later version of the language adds.</summary>
internal static class SyntaxSubset
{
    private static readonly FrozenSet<SyntaxKind> _kinds = new[]
    {
        SyntaxKind.CompilationUnit, SyntaxKind.UsingDirective,
        SyntaxKind.FieldDeclaration, SyntaxKind.MethodDeclaration, SyntaxKind.EnumDeclaration,
        SyntaxKind.EnumMemberDeclaration, SyntaxKind.VariableDeclaration,
        SyntaxKind.VariableDeclarator, SyntaxKind.EqualsValueClause, SyntaxKind.ParameterList,
        SyntaxKind.Parameter, SyntaxKind.ArrowExpressionClause,
        SyntaxKind.PredefinedType, SyntaxKind.IdentifierName, SyntaxKind.QualifiedName,
        SyntaxKind.ArrayType, SyntaxKind.ArrayRankSpecifier, SyntaxKind.OmittedArraySizeExpression,
        SyntaxKind.Block, SyntaxKind.IfStatement, SyntaxKind.ElseClause, SyntaxKind.ForStatement,
        SyntaxKind.WhileStatement, SyntaxKind.DoStatement, SyntaxKind.ForEachStatement,
        SyntaxKind.SwitchStatement, SyntaxKind.SwitchSection, SyntaxKind.CaseSwitchLabel,
        SyntaxKind.CasePatternSwitchLabel, SyntaxKind.DefaultSwitchLabel, SyntaxKind.WhenClause,
        SyntaxKind.ReturnStatement, SyntaxKind.BreakStatement, SyntaxKind.ContinueStatement,
        SyntaxKind.ExpressionStatement, SyntaxKind.LocalDeclarationStatement,
        SyntaxKind.EmptyStatement,
        SyntaxKind.NumericLiteralExpression, SyntaxKind.StringLiteralExpression,
        SyntaxKind.TrueLiteralExpression, SyntaxKind.FalseLiteralExpression,
        SyntaxKind.NullLiteralExpression, SyntaxKind.ParenthesizedExpression,
        SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression,
        SyntaxKind.DivideExpression, SyntaxKind.ModuloExpression, SyntaxKind.LeftShiftExpression,
        SyntaxKind.RightShiftExpression, SyntaxKind.UnsignedRightShiftExpression,
        SyntaxKind.BitwiseAndExpression, SyntaxKind.BitwiseOrExpression,
        SyntaxKind.ExclusiveOrExpression, SyntaxKind.LogicalAndExpression,
        SyntaxKind.LogicalOrExpression, SyntaxKind.EqualsExpression,
        SyntaxKind.NotEqualsExpression, SyntaxKind.LessThanExpression,
        SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanExpression,
        SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.UnaryPlusExpression,
        SyntaxKind.UnaryMinusExpression, SyntaxKind.BitwiseNotExpression,
        SyntaxKind.LogicalNotExpression, SyntaxKind.PreIncrementExpression,
        SyntaxKind.PreDecrementExpression, SyntaxKind.PostIncrementExpression,
        SyntaxKind.PostDecrementExpression, SyntaxKind.SimpleAssignmentExpression,
        SyntaxKind.AddAssignmentExpression, SyntaxKind.SubtractAssignmentExpression,
        SyntaxKind.MultiplyAssignmentExpression, SyntaxKind.DivideAssignmentExpression,
        SyntaxKind.ModuloAssignmentExpression, SyntaxKind.AndAssignmentExpression,
        SyntaxKind.OrAssignmentExpression, SyntaxKind.ExclusiveOrAssignmentExpression,
        SyntaxKind.LeftShiftAssignmentExpression, SyntaxKind.RightShiftAssignmentExpression,
        SyntaxKind.ConditionalExpression, SyntaxKind.CoalesceExpression,
        SyntaxKind.InvocationExpression, SyntaxKind.ArgumentList, SyntaxKind.Argument,
        SyntaxKind.NameColon, SyntaxKind.SimpleMemberAccessExpression,
        SyntaxKind.ElementAccessExpression, SyntaxKind.BracketedArgumentList,
        SyntaxKind.CastExpression, SyntaxKind.ArrayCreationExpression,
        SyntaxKind.ImplicitArrayCreationExpression, SyntaxKind.ArrayInitializerExpression,
        SyntaxKind.SwitchExpression, SyntaxKind.SwitchExpressionArm,
        SyntaxKind.IsPatternExpression, SyntaxKind.ConstantPattern, SyntaxKind.RelationalPattern,
        SyntaxKind.NotPattern, SyntaxKind.AndPattern, SyntaxKind.OrPattern,
        SyntaxKind.ParenthesizedPattern, SyntaxKind.DiscardPattern,
        SyntaxKind.DeclarationExpression, SyntaxKind.SingleVariableDesignation,
        SyntaxKind.DiscardDesignation,
    }.ToFrozenSet();

    private static readonly FrozenSet<SyntaxKind> _keywordTypes = new[]
    {
        SyntaxKind.VoidKeyword, SyntaxKind.BoolKeyword, SyntaxKind.IntKeyword,
        SyntaxKind.LongKeyword, SyntaxKind.DoubleKeyword,
    }.ToFrozenSet();

    private static readonly FrozenSet<SyntaxKind> _modifiers = new[]
    {
        SyntaxKind.ConstKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.PrivateKeyword,
        SyntaxKind.PublicKeyword,
    }.ToFrozenSet();

    private static readonly FrozenSet<SyntaxKind> _parameterModifiers = new[]
    {
        SyntaxKind.InKeyword, SyntaxKind.OutKeyword, SyntaxKind.RefKeyword,
    }.ToFrozenSet();

    /// <summary>Whether a rule may have such a construct.</summary>
    public static bool Has(SyntaxKind kind) => _kinds.Contains(kind);

    /// <summary>Whether a rule may use the type that the keyword names.</summary>
    public static bool HasType(SyntaxKind keyword) => _keywordTypes.Contains(keyword);

    /// <summary>Whether a field, a method or an enum may have the modifier.</summary>
    public static bool HasModifier(SyntaxKind keyword) => _modifiers.Contains(keyword);

    /// <summary>Whether a parameter may have the modifier.</summary>
    public static bool HasParameterModifier(SyntaxKind keyword) =>
        _parameterModifiers.Contains(keyword);
}
