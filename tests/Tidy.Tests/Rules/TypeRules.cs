using MarketMaker.Tidy.Tests.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>How types and methods are cut.</summary>
internal static class TypeRules
{
    /// <summary>Lines of a method, from its attributes to its closing brace: one screen.</summary>
    public const int MaxMethodLines = 70;

    /// <summary>A surrogate and its converter are one thing said twice.</summary>
    private const string SurrogatesFolder = "grain-interfaces/Surrogates/";

    public static IEnumerable<MemberDeclarationSyntax> TopLevel(SourceFile file) =>
        file.Unit
            .DescendantNodes(node =>
                node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => throw new ArgumentException("Declares no type.", nameof(type)),
    };

    public static IEnumerable<Violation> OneAFile(SourceFile file)
    {
        var types = TopLevel(file).ToArray();
        var isPair = file.Path.StartsWith(SurrogatesFolder, StringComparison.Ordinal)
            && types.Length == 2
            && NameOf(types[0]).Replace("Surrogate", "Converter", StringComparison.Ordinal)
                == NameOf(types[1]);
        return isPair
            ? []
            : types.Skip(1).Select(type => file.Breaks(type, $"{NameOf(type)} is one too many"));
    }

    public static IEnumerable<Violation> MethodLength(SourceFile file) =>
        from node in file.Unit.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            or LocalFunctionStatementSyntax
        let span = node.GetLocation().GetLineSpan()
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > MaxMethodLines
        select file.Breaks(node, $"a method of {lines} lines, {MaxMethodLines} are allowed");

    /// <summary>Classes that could be sealed: nothing in these files derives from them.</summary>
    public static IEnumerable<Violation> Unsealed(IReadOnlyCollection<SourceFile> files)
    {
        var bases = files
            .SelectMany(file => file.Unit.DescendantNodes().OfType<BaseListSyntax>())
            .SelectMany(list => list.Types)
            .Select(type => type.Type is QualifiedNameSyntax name ? name.Right : type.Type)
            .OfType<SimpleNameSyntax>()
            .Select(name => name.Identifier.Text)
            .ToHashSet(StringComparer.Ordinal);
        return
            from file in files
            from type in file.Unit.DescendantNodes().OfType<TypeDeclarationSyntax>()
            where IsClass(type) && !IsClosed(type) && !bases.Contains(type.Identifier.Text)
            select file.Breaks(type, $"class {type.Identifier.Text} is not sealed");
    }

    private static bool IsClass(TypeDeclarationSyntax type) =>
        type is ClassDeclarationSyntax
        || type is RecordDeclarationSyntax record
            && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword);

    private static bool IsClosed(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(modifier => modifier.Kind() is
            SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword);
}
