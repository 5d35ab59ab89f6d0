using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Library;

/// <summary>A version's first ticks, before any pair gets it.</summary>
internal static class RuleTrial
{
    /// <summary>Loads a version and tries it on sample ticks; one that fails is rejected, and one
    /// that gives no answer that could be quoted gets a warning.</summary>
    /// <remarks>Such a version is not rejected: on a pair's own prices it may do better.</remarks>
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
            var warned = Run(assembly) is { } fault ? Warned(compilation, fault) : compilation;
            return (warned, assembly);
        }
        catch (Exception fault)
        {
            // A rule is somebody else's code: whatever it throws is its fault, not ours.
            assembly.Unload();
            var reason = RuleDiagnostic.Of(RuleDiagnosticId.Trial, compilation.Name, fault);
            return (Rejected(compilation, reason), null);
        }
    }

    /// <summary>Asks a rule on each sample tick.</summary>
    /// <returns>The first fault, if every answer has one.</returns>
    private static LadderVerdict? Run(RuleAssembly assembly)
    {
        var rule = assembly.CreateRule();
        var quotes = new Quotes();
        var faults = new List<LadderVerdict>();
        foreach (var tick in SampleTick.Values)
        {
            rule.OnTick(in tick, quotes);
            var verdict = LadderValidation.Check(quotes, SampleTick.Pair);
            if (!verdict.IsSound)
                faults.Add(verdict);
        }
        return faults.Count == SampleTick.Values.Count ? faults[0] : null;
    }

    private static RuleCompilation Warned(RuleCompilation compilation, LadderVerdict fault)
    {
        // The worker's trial may have said it already.
        if (compilation.Diagnostics.Any(found => found.Id == RuleDiagnosticId.Unquotable))
            return compilation;
        var warning = new RuleDiagnostic(
            RuleDiagnosticId.Unquotable, RuleSeverity.Warning,
            $"No answer to a sample tick could be quoted, the first for this: {fault}. A version "
            + "that goes on so is left after three ticks.",
            1, 1, 1, 1);
        return compilation with { Diagnostics = [.. compilation.Diagnostics, warning] };
    }

    private static RuleCompilation Rejected(RuleCompilation compilation, RuleDiagnostic reason) =>
        compilation with { Diagnostics = [.. compilation.Diagnostics, reason], Image = [] };
}
