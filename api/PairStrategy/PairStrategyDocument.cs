using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.PairStrategy;

/// <summary>The quoting rule of a pair.</summary>
/// <param name="Strategy">Its name.</param>
/// <param name="Version">Its content hash; empty when no version is in force.</param>
/// <param name="Fallback">The rule and version that return by themselves when it fails; null if
/// there are none.</param>
/// <param name="Epoch">Of the rule, as the pair knows it.</param>
/// <param name="LastRollback">Why the pair last went back by itself; null if it did not since the
/// process started.</param>
/// <param name="Shadow">How the version in the shadow does; null while there is none.</param>
/// <param name="Parameters">What can be set, in the order of the script.</param>
public sealed record PairStrategyDocument(
    string Strategy,
    string Version,
    string? Fallback,
    long Epoch,
    string? LastRollback,
    ShadowView? Shadow,
    IReadOnlyList<RuleParameterDocument> Parameters)
{
    internal static PairStrategyDocument From(PairRuleView view, ShadowView? shadow) =>
        new(
            view.Strategy,
            view.Version,
            view.Fallback,
            view.Epoch,
            view.LastRollback,
            shadow,
            [.. view.Parameters.Select(RuleParameterDocument.From)]);
}
