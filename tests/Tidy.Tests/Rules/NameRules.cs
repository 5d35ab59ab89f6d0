using System.Text.RegularExpressions;
using MarketMaker.Tidy.Tests.Repository;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketMaker.Tidy.Tests.Rules;

/// <summary>What things are called.</summary>
internal static class NameRules
{
    // Names that say nothing: what belongs in there, and what does not?
    private static readonly Regex _empty =
        new(@"(Utils?|Utilit(y|ies)|Hel" + @"pers?|Common|Managers?|Services?)$");

    public static IEnumerable<Violation> SayNothing(SourceFile file)
    {
        foreach (var part in file.Path.Split('/'))
        {
            if (_empty.IsMatch(part.Split('.')[0]))
                yield return file.Breaks(0, $"'{part}' says nothing");
        }
        if (!file.IsCSharp || file.IsOfTheRuntime)
            yield break;
        foreach (var type in file.Unit.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        {
            if (_empty.IsMatch(type.Identifier.Text))
                yield return file.Breaks(type, $"'{type.Identifier.Text}' says nothing");
        }
    }

    public static IEnumerable<Violation> OfFile(SourceFile file)
    {
        var types = TypeRules.TopLevel(file).ToArray();
        var expected = file.Name.Split('.')[0];
        var named = types.Length == 0
            ? expected is "Program" or "AssemblyInfo"
            : TypeRules.NameOf(types[0]) == expected;
        if (!named)
            yield return file.Breaks(0, $"declares no type {expected} first");
    }

    /// <summary>MarketMaker, the project's name, the folders inside the project.</summary>
    public static IEnumerable<Violation> OfNamespace(SourceFile file, string projectPath)
    {
        var project = Path.GetFileNameWithoutExtension(projectPath);
        var inside = file.Path[projectPath.LastIndexOf('/')..^file.Name.Length].Trim('/');
        var expected = $"MarketMaker.{project}"
            + (inside.Length > 0 ? "." + inside.Replace('/', '.') : "");
        foreach (var type in TypeRules.TopLevel(file))
        {
            var actual = type.Parent is FileScopedNamespaceDeclarationSyntax declared
                ? declared.Name.ToString()
                : null;
            if (actual != expected)
                yield return file.Breaks(type, $"must be in 'namespace {expected};'");
        }
    }
}
