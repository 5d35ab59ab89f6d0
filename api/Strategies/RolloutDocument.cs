using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.Strategies;

/// <summary>A version on some pairs.</summary>
/// <param name="Version">Its content hash.</param>
/// <param name="Mode">What it does there.</param>
/// <param name="Pairs">Where; empty for all.</param>
public sealed record RolloutDocument(
    string Version, RolloutMode Mode, IReadOnlyList<string> Pairs)
{
    internal static RolloutDocument? From(RolloutView? view) =>
        view is null ? null : new(view.Version, view.Mode, view.Pairs);
}
