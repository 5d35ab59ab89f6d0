using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Grains.Rules;

/// <summary>A version with one pair's instance of it.</summary>
internal sealed record LiveRule(StrategyVersion Version, IQuotingRule Rule)
{
    /// <summary>Whether this is a version.</summary>
    public bool Is(StrategyVersion version) =>
        Version.Name == version.Name && Version.Version == version.Version;
}
