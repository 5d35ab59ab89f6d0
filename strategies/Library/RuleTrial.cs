using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Library;

/// <summary>A version's first ticks, before any pair gets it.</summary>
internal static class RuleTrial
{
    /// <summary>Loads a version and tries it on sample ticks; one that fails is rejected.</summary>
    /// <param name="compilation">A version; rejected ones come back as they are.</param>
    public static (RuleCompilation Compilation, RuleAssembly? Assembly) Try(
        RuleCompilation compilation)
    {
        if (!compilation.Accepted)
            return (compilation, null);
        RuleAssembly assembly;
        try
        {
            assembly = RuleAssembly.Load(
                compilation.Name, compilation.Version, compilation.Image);
        }
        catch (BadImageFormatException fault)
        {
            return (Rejected(compilation, new RuleDiagnostic(
                RuleDiagnosticId.Image, RuleSeverity.Error, fault.Message, 1, 1, 1, 1)), null);
        }
        try
        {
            Run(assembly);
            return (compilation, assembly);
        }
        catch (Exception fault)
        {
            // A rule is somebody else's code: whatever it throws is its fault, not ours.
            assembly.Unload();
            var reason = RuleDiagnostic.Of(RuleDiagnosticId.Trial, compilation.Name, fault);
            return (Rejected(compilation, reason), null);
        }
    }

    private static void Run(RuleAssembly assembly)
    {
        var rule = assembly.CreateRule();
        var quotes = new Quotes();
        foreach (var tick in SampleTick.Values)
            rule.OnTick(in tick, quotes);
    }

    private static RuleCompilation Rejected(RuleCompilation compilation, RuleDiagnostic reason) =>
        compilation with { Diagnostics = [.. compilation.Diagnostics, reason], Image = [] };
}
