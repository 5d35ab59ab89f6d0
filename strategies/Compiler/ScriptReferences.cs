using System.Collections.Immutable;
using System.Reflection;
using MarketMaker.Strategies.Contract;
using Microsoft.CodeAnalysis;

namespace MarketMaker.Strategies.Compiler;

/// <summary>The assemblies that a script is compiled against, read once per process.</summary>
internal static class ScriptReferences
{
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        From(typeof(object).Assembly),
        // The contract was compiled against this name of the core library.
        From(Assembly.Load("System.Runtime")),
        From(typeof(Tick).Assembly),
    ];

    private static PortableExecutableReference From(Assembly assembly) =>
        MetadataReference.CreateFromFile(assembly.Location);
}
