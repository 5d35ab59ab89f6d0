using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.Strategies;

/// <summary>A quoting rule as it is in force.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The content hash of the version in force; null if there is none.</param>
/// <param name="Source">Its script; null if there is none.</param>
/// <param name="UploadedAt">When it came in; null if there is none.</param>
/// <param name="BuiltIn">Whether a rule of this name ships with the product.</param>
/// <param name="Epoch">Rises with each change of what is in force anywhere.</param>
/// <param name="Previous">What a rollback goes back to; null if there is nothing.</param>
/// <param name="Canary">What some pairs quote instead; null if none do.</param>
/// <param name="Shadow">What runs in the shadow; null if nothing does.</param>
/// <param name="Awaiting">What waits for another person's approval; null if nothing does.</param>
/// <param name="Pairs">The pairs that use the rule.</param>
public sealed record StrategyDocument(
    string Name,
    string? Version,
    string? Source,
    DateTimeOffset? UploadedAt,
    bool BuiltIn,
    long Epoch,
    string? Previous,
    RolloutDocument? Canary,
    RolloutDocument? Shadow,
    RolloutDocument? Awaiting,
    IReadOnlyList<string> Pairs)
{
    internal static StrategyDocument From(
        StrategyView view, StrategyVersion? rule, bool builtIn) =>
        new(
            view.Name,
            rule?.Version,
            rule?.Source,
            rule?.UploadedAt.ToDateTimeOffset(),
            builtIn,
            view.Epoch,
            view.Previous,
            RolloutDocument.From(view.Canary),
            RolloutDocument.From(view.Shadow),
            RolloutDocument.From(view.Awaiting),
            view.Pairs);
}
