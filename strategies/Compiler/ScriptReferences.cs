using System.Collections.Immutable;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Verification;
using Microsoft.CodeAnalysis;

namespace MarketMaker.Strategies.Compiler;

/// <summary>The assemblies that a script is compiled against, read once per process.</summary>
internal static class ScriptReferences
{
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        MetadataReference.CreateFromImage(ScriptRuntime.Stub),
        MetadataReference.CreateFromImage(ScriptRuntime.ImageOf(ScriptRuntime.Fuel)),
        MetadataReference.CreateFromImage(ScriptRuntime.ImageOf(typeof(Tick).Assembly)),
    ];
}
