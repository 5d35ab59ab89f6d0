using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IStrategyVersionGrain"/>
public sealed class StrategyVersionGrain(
    [PersistentState("strategy-version")] IPersistentState<StrategyVersionState> storage)
    : Grain, IStrategyVersionGrain, IDisposable
{
    private readonly StateWriter<StrategyVersionState> _state = new(storage);

    /// <inheritdoc/>
    public ValueTask<StrategyContent?> Get() => new(_state.State.Content);

    /// <inheritdoc/>
    public Task Store(StrategyContent content) =>
        _state.Write(state => state with { Content = content });

    /// <inheritdoc/>
    public Task Forget() => _state.Write(_ => new StrategyVersionState());

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();
}
