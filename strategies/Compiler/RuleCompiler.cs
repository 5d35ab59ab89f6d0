using System.Security.Cryptography;
using System.Text;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace MarketMaker.Strategies.Compiler;

/// <summary>Compiles a rule's source: lexical limits → parse → shape → bind → entry point,
/// recursion, names → emit → verify.</summary>
/// <remarks>Takes about a second for the first rule of a process and 15 ms after that. Any number
/// of threads at a time. What comes out of it may quote; what goes in may be anything, so that the
/// product runs it in a process that it can do without.</remarks>
public static class RuleCompiler
{
    /// <summary>The most characters of a source.</summary>
    public const int MaxSourceLength = 65_536;

    /// <summary>The most characters of a rule's name.</summary>
    public const int MaxNameLength = 64;

    /// <summary>The most diagnostics that one compilation reports.</summary>
    public const int MaxDiagnostics = 100;

    internal const string ScriptClass = ScriptRuntime.ScriptClass;

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: ScriptClass,
        usings: [nameof(System), typeof(Tick).Namespace!],
        optimizationLevel: OptimizationLevel.Release,
        // One core for the compiler: the others are quoting.
        concurrentBuild: false,
        deterministic: true);

    // Positions in the image, so that a fault at run time names its line; a check of the stack at
    // each method's entry; and there and at each loop's head a call that takes a step of the fuel.
    private static readonly EmitOptions EmitOptions = new(
        debugInformationFormat: DebugInformationFormat.Embedded,
        instrumentationKinds:
        [
            InstrumentationKind.StackOverflowProbing, InstrumentationKind.ModuleCancellation,
        ]);

    /// <summary>Compiles a source.</summary>
    /// <param name="name">1 to <see cref="MaxNameLength"/> lower-case ASCII letters, digits and
    /// dashes.</param>
    /// <param name="source">The text of a <c>.csx</c>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The assembly's image, or what is wrong with the source.</returns>
    /// <exception cref="ArgumentException">The name is not a rule's name.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static RuleCompilation Compile(
        string name, string source, CancellationToken cancellation)
    {
        RequireName(name);
        var version = VersionOf(source);
        if (source.Length > MaxSourceLength)
            return Rejected(name, version, [TooLong(source)]);

        var text = SourceText.From(source, Encoding.UTF8);
        if (LexicalLimits.Check(text, FileName(name)) is { } excess)
            return Rejected(name, version, [excess]);
        var tree = CSharpSyntaxTree.ParseText(text, ParseOptions, FileName(name), cancellation);
        var malformed = Reported(tree.GetDiagnostics(cancellation)).ToArray();
        if (malformed.Any(IsError))
            return Rejected(name, version, malformed);

        var misshapen = ScriptShape.Check(tree.GetCompilationUnitRoot(cancellation)).ToArray();
        return misshapen.Length > 0
            ? Rejected(name, version, misshapen)
            : Emit(name, version, tree, cancellation);
    }

    /// <summary>The version that a source is: the SHA-256 of its UTF-8, in lower-case hexadecimal
    /// digits.</summary>
    public static string VersionOf(string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));

    /// <summary>What a rule's file is called in diagnostics and stack traces.</summary>
    internal static string FileName(string name) => name + ".csx";

    private static RuleCompilation Emit(
        string name, string version, SyntaxTree tree, CancellationToken cancellation)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation(
            $"{name}.{version}", tree, ScriptReferences.All, CompilationOptions);
        var refused = EntryPoint.Check(compilation)
            .Concat(CallGraph.Recursions(compilation, tree, cancellation))
            .Concat(SymbolWalk.Check(compilation, tree, cancellation))
            .ToArray();
        if (refused.Length > 0)
        {
            var others = Reported(compilation.GetDiagnostics(cancellation));
            return Rejected(name, version, others.Concat(refused));
        }
        using var image = new MemoryStream();
        var emitted = compilation.Emit(
            image, options: EmitOptions, cancellationToken: cancellation);
        var diagnostics = Reported(emitted.Diagnostics);
        if (!emitted.Success)
            return Rejected(name, version, diagnostics);

        // The compiler leaves the steps out without a word when a member is missing: the verifier
        // asks for them, too.
        var bytes = image.ToArray();
        return ImageVerifier.Check(bytes) is { } reason
            ? Rejected(name, version, diagnostics.Append(Unsound(reason)))
            : new RuleCompilation(name, version, InOrder(diagnostics), bytes);
    }

    private static IEnumerable<RuleDiagnostic> Reported(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => Explanations.Explain(RuleDiagnostic.From(diagnostic)));

    private static RuleCompilation Rejected(
        string name, string version, IEnumerable<RuleDiagnostic> diagnostics) =>
        new(name, version, InOrder(diagnostics), []);

    /// <summary>Errors are never cut off by warnings before them.</summary>
    private static RuleDiagnostic[] InOrder(IEnumerable<RuleDiagnostic> diagnostics) =>
        [.. diagnostics
            .OrderByDescending(diagnostic => diagnostic.Severity)
            .Take(MaxDiagnostics)
            .OrderBy(diagnostic => diagnostic.Line)
            .ThenBy(diagnostic => diagnostic.Column)];

    private static bool IsError(RuleDiagnostic diagnostic) =>
        diagnostic.Severity == RuleSeverity.Error;

    private static RuleDiagnostic TooLong(string source) => RuleDiagnostic.Error(
        RuleDiagnosticId.SourceTooLong,
        $"The source has {source.Length} characters; the limit is {MaxSourceLength}.",
        Location.None);

    private static RuleDiagnostic Unsound(string reason) => RuleDiagnostic.Error(
        RuleDiagnosticId.Image, $"The compiled rule was refused: {reason}.", Location.None);

    /// <summary>Whether a rule can be called so: 1 to <see cref="MaxNameLength"/> lower-case ASCII
    /// letters, digits and dashes.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Throws unless a rule can be called so.</summary>
    internal static void RequireName(string name)
    {
        if (!IsName(name))
        {
            throw new ArgumentException(
                $"'{name}' is not a rule's name: expected 1 to {MaxNameLength} lower-case "
                + "letters, digits or dashes.", nameof(name));
        }
    }
}
