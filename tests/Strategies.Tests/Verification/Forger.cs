using System.Collections.Immutable;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace MarketMaker.Strategies.Tests.Verification;

/// <summary>A compiler without the pipeline's checks, against a runtime that has more: its images
/// look like a rule's but for what the source does.</summary>
internal static class Forger
{
    private static readonly InstrumentationKind[] _counted =
        [InstrumentationKind.StackOverflowProbing, InstrumentationKind.ModuleCancellation];

    private static readonly Lazy<PortableExecutableReference> _runtime = new(CompileRuntime);

    /// <summary>Compiles a script.</summary>
    public static byte[] Compile(
        string source,
        bool isCounted = true,
        Type? alsoKnown = null,
        IEnumerable<ResourceDescription>? resources = null,
        SourceCodeKind kind = SourceCodeKind.Script,
        OutputKind output = OutputKind.DynamicallyLinkedLibrary)
    {
        var tree = CSharpSyntaxTree.ParseText(
            source, new CSharpParseOptions(LanguageVersion.CSharp14, kind: kind));
        MetadataReference[] references =
        [
            _runtime.Value,
            MetadataReference.CreateFromFile(typeof(Tick).Assembly.Location),
            MetadataReference.CreateFromFile(ScriptRuntime.Fuel.Location),
            .. alsoKnown is null
                ? []
                : new[] { MetadataReference.CreateFromFile(alsoKnown.Assembly.Location) },
        ];
        var options = new CSharpCompilationOptions(
            output, scriptClassName: "Rule", allowUnsafe: true,
            usings: ["System", typeof(Tick).Namespace!],
            optimizationLevel: OptimizationLevel.Release);
        var compilation = kind == SourceCodeKind.Script
            ? CSharpCompilation.CreateScriptCompilation("forged", tree, references, options)
            : CSharpCompilation.Create("forged", [tree], references, options);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(
            image, manifestResources: resources,
            options: new EmitOptions(instrumentationKinds: isCounted ? [.. _counted] : []));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return image.ToArray();
    }

    private static PortableExecutableReference CompileRuntime()
    {
        var folder = Path.Combine(Root(), "strategies/Stub");
        var sources = Directory.GetFiles(folder, "*.cs")
            .Select(File.ReadAllText)
            .Select(text => text.Replace(
                "public static class RuntimeHelpers", "public static partial class RuntimeHelpers",
                StringComparison.Ordinal))
            .Append(ForgedRuntime.Source);
        var compilation = CSharpCompilation.Create(
            "System.Runtime",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            [],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                cryptoPublicKey: ImmutableArray.Create(
                    File.ReadAllBytes(Path.Combine(folder, "System.Runtime.snk"))),
                publicSign: true));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(
            image, options: new EmitOptions(
                metadataOnly: true, runtimeMetadataVersion: "v4.0.30319"));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MarketMakerOrleans.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
