namespace MarketMaker.Grains.Rules;

/// <summary>The rule of another name that a pair quoted by before, ready to return.</summary>
/// <param name="Live">Its version and instance.</param>
/// <param name="Parameters">What it was configured with.</param>
internal sealed record FormerRule(
    LiveRule Live, IReadOnlyDictionary<string, decimal> Parameters);
