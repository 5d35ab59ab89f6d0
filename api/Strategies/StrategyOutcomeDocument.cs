using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.Strategies;

/// <summary>What is in force after a step.</summary>
/// <param name="AwaitsApproval">Whether the step waits for another person.</param>
/// <param name="Name">The rule's name.</param>
/// <param name="Epoch">Rises with each change of what is in force anywhere.</param>
/// <param name="Active">The version in force; null if there is none.</param>
/// <param name="Previous">What a rollback goes back to; null if there is nothing.</param>
/// <param name="Canary">What some pairs quote instead; null if none do.</param>
/// <param name="Shadow">What runs in the shadow; null if nothing does.</param>
/// <param name="Awaiting">What waits for another person's approval; null if nothing does.</param>
/// <param name="Pairs">The pairs that use the rule.</param>
public sealed record StrategyOutcomeDocument(
    bool AwaitsApproval,
    string Name,
    long Epoch,
    string? Active,
    string? Previous,
    RolloutDocument? Canary,
    RolloutDocument? Shadow,
    RolloutDocument? Awaiting,
    IReadOnlyList<string> Pairs)
{
    internal static StrategyOutcomeDocument From(StrategyOutcome outcome)
    {
        var view = outcome.Strategy;
        return new(
            outcome.AwaitsApproval,
            view.Name,
            view.Epoch,
            view.Active,
            view.Previous,
            RolloutDocument.From(view.Canary),
            RolloutDocument.From(view.Shadow),
            RolloutDocument.From(view.Awaiting),
            view.Pairs);
    }
}
