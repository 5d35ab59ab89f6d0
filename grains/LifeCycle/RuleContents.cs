using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains.LifeCycle;

/// <summary>The sources and images of a rule's versions: each is kept by a grain of its own, and
/// those in use are at hand here.</summary>
internal sealed class RuleContents(IGrainFactory grains, string name)
{
    private readonly Dictionary<string, StrategyVersion> _known = [];

    /// <summary>The grain that keeps a version.</summary>
    public IStrategyVersionGrain Of(string version) =>
        grains.GetGrain<IStrategyVersionGrain>(IStrategyVersionGrain.KeyOf(name, version));

    /// <summary>A version as it travels to makers.</summary>
    /// <param name="version">The content hash; null for none.</param>
    /// <param name="state">Knows the version.</param>
    /// <exception cref="InvalidOperationException">Its contents are missing.</exception>
    public async Task<StrategyVersion?> Find(string? version, StrategyState state)
    {
        if (version is null)
            return null;
        if (_known.TryGetValue(version, out var known))
            return known;
        var content = await Of(version).Get()
            ?? throw new InvalidOperationException(
                $"The contents of {name} {version} are missing.");
        return _known[version] = new StrategyVersion(
            name, version, content.Source, state.Find(version)?.UploadedAt ?? default)
        {
            Image = content.Image,
        };
    }

    /// <summary>Lets go of what no maker may ask for soon.</summary>
    public void ForgetTheUnused(StrategyState state)
    {
        foreach (var version in _known.Keys.ToArray())
        {
            if (version != state.Active && version != state.Canary?.Version
                && version != state.Shadow?.Version && !state.Predecessors.Contains(version))
                _known.Remove(version);
        }
    }
}
