using MarketMaker.Strategies.Compiler;

namespace MarketMaker.Strategies.Library;

/// <summary>A version that the library remembers without keeping it in memory.</summary>
internal readonly record struct LoadedVersion(
    RuleCompilation Compilation, SignedImage? Stored, WeakReference<RuleAssembly> Assembly);
