using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Strategies.Compiler;

namespace MarketMaker.Grains.LifeCycle;

/// <summary>Brings a compilation's diagnostics into the words that travel.</summary>
internal static class Diagnostics
{
    public static StrategyDiagnostic[] Translate(RuleCompilation compilation) =>
    [
        .. compilation.Diagnostics.Select(found => new StrategyDiagnostic(
            found.Id,
            found.Severity == RuleSeverity.Error ? "error" : "warning",
            found.Message,
            found.Line,
            found.Column,
            found.EndLine,
            found.EndColumn)),
    ];
}
