using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Strategies.Library;

namespace MarketMaker.Grains.Rules;

/// <summary>Loads versions as they are stored.</summary>
internal static class StoredRules
{
    /// <summary>Makes a version ready: from its signed image where that is to be trusted, else from
    /// its source.</summary>
    public static Task<PreparedRule> LoadAsync(
        this RuleLibrary library, StrategyVersion version, CancellationToken cancellation) =>
        library.PrepareAsync(
            version.Name, version.Source, SignedImage.FromBytes(version.Image), cancellation);
}
