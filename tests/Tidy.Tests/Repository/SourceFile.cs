using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketMaker.Tidy.Tests.Repository;

/// <summary>A text file of the repository.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<CompilationUnitSyntax> _unit = new(() => Parse(path, text));

    /// <summary>From the repository's root, with forward slashes.</summary>
    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>The lines without their ends.</summary>
    public string[] Lines { get; } = text.Split('\n');

    /// <summary>The file's name without folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The first folder of the path; empty for a file at the root.</summary>
    public string TopFolder => Path.Contains('/') ? Path[..Path.IndexOf('/')] : "";

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>It stands for a part of the .NET runtime, under the runtime's own names.</summary>
    public bool IsOfTheRuntime =>
        Path.StartsWith("strategies/Stub/", StringComparison.Ordinal)
        || Path == "strategies/Fuel/CancellationToken.cs";

    public bool IsScript => Path.EndsWith(".csx", StringComparison.Ordinal);

    public bool IsShell =>
        Path.EndsWith(".sh", StringComparison.Ordinal) || Path == ".ci/run";

    public bool IsMarkdown => Path.EndsWith(".md", StringComparison.Ordinal);

    public bool IsProject => Path.EndsWith(".csproj", StringComparison.Ordinal);

    /// <summary>Something that people write as code.</summary>
    public bool IsCode => IsCSharp || IsScript || IsShell;

    /// <summary>The syntax, if this is C#.</summary>
    public CompilationUnitSyntax Unit => _unit.Value;

    public Violation Breaks(int line, string what) => new(Path, line, what);

    public Violation Breaks(SyntaxNodeOrToken at, string what) =>
        new(Path, at.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1, what);

    private static CompilationUnitSyntax Parse(string path, string text)
    {
        var kind = path.EndsWith(".csx", StringComparison.Ordinal)
            ? SourceCodeKind.Script
            : SourceCodeKind.Regular;
        var options = new CSharpParseOptions(LanguageVersion.Preview, kind: kind);
        return CSharpSyntaxTree.ParseText(text, options).GetCompilationUnitRoot();
    }
}
