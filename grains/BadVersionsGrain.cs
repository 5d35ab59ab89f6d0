using MarketMaker.GrainInterfaces;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IBadVersionsGrain"/>
public sealed class BadVersionsGrain(
    [PersistentState("bad-versions")] IPersistentState<BadVersionsState> storage)
    : Grain, IBadVersionsGrain, IDisposable
{
    private readonly StateWriter<BadVersionsState> _state = new(storage);

    /// <inheritdoc/>
    public ValueTask<string?> Find(string version) =>
        new(_state.State.Reasons.GetValueOrDefault(version));

    /// <inheritdoc/>
    public Task Add(string version, string reason) =>
        _state.Write(state => state.With(version, reason, IBadVersionsGrain.MaxVersions));

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();
}
