using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IStrategyVersionGrain"/>
public sealed class StrategyVersionGrain(
    [PersistentState("strategy-version")] IPersistentState<StrategyVersionState> storage)
    : Grain, IStrategyVersionGrain, IDisposable
{
    /// <summary>Of how many pairs it is kept how the version did in the shadow.</summary>
    private const int MaxShadows = 100;

    private readonly StateWriter<StrategyVersionState> _state = new(storage);

    /// <inheritdoc/>
    public ValueTask<StrategyContent?> Get() => new(_state.State.Content);

    /// <inheritdoc/>
    public Task Store(StrategyContent content) =>
        _state.Write(state => state with { Content = content });

    /// <inheritdoc/>
    public ValueTask<BacktestView?> GetBacktest() => new(_state.State.Backtest);

    /// <inheritdoc/>
    public Task KeepBacktest(BacktestView backtest) =>
        _state.Write(state => state with { Backtest = backtest });

    /// <inheritdoc/>
    public ValueTask<ShadowView[]> GetShadows() => new(_state.State.Shadows);

    /// <inheritdoc/>
    public Task KeepShadow(ShadowView shadow) => _state.Write(state => state with
    {
        Shadows =
        [
            .. state.Shadows.Where(other => other.Pair != shadow.Pair).TakeLast(MaxShadows - 1),
            shadow,
        ],
    });

    /// <inheritdoc/>
    public Task Forget() => _state.Write(_ => new StrategyVersionState());

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();
}
