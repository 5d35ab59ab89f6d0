using System.Runtime.Loader;
using MarketMaker.Strategies.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketMaker.Bench.Strategies.Ticks;

/// <summary>A script's twin: the same text as a class of the host, compiled as the host is, with
/// neither guard nor fuel nor a context of its own.</summary>
internal static class HostRule
{
    private const string EntryPoint = "void OnTick(";

    private static readonly CSharpCompilationOptions _options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);

    /// <summary>Compiles and loads the twin of a script.</summary>
    /// <param name="name">The script's name.</param>
    /// <param name="source">Its text, which a script's compiler accepts.</param>
    /// <exception cref="InvalidOperationException">It is no class's body.</exception>
    public static ITickRule Of(string name, string source)
    {
        var body = source.Replace(EntryPoint, "public " + EntryPoint, StringComparison.Ordinal);
        var text =
            $$"""
            using System;
            using MarketMaker.Strategies.Contract;
            public sealed class Twin : {{typeof(ITickRule).FullName}}
            {
            {{body}}
            }
            """;
        var compilation = CSharpCompilation.Create(
            $"Twin.{name}", [CSharpSyntaxTree.ParseText(text)], References(), _options);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(
                $"{name} has no twin: {string.Join("; ", emitted.Diagnostics)}");
        }
        image.Position = 0;
        var twin = AssemblyLoadContext.Default.LoadFromStream(image).GetType("Twin")!;
        return new Declarations().Collect(() => (ITickRule)Activator.CreateInstance(twin)!);
    }

    private static IEnumerable<MetadataReference> References()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] paths =
        [
            typeof(object).Assembly.Location,
            Path.Combine(runtime, "System.Runtime.dll"),
            typeof(Tick).Assembly.Location,
            typeof(ITickRule).Assembly.Location,
        ];
        return paths.Select(path => MetadataReference.CreateFromFile(path));
    }
}
