using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IStrategyAuditGrain"/>
public sealed class StrategyAuditGrain(
    [PersistentState("strategy-audit")] IPersistentState<StrategyAuditState> storage)
    : Grain, IStrategyAuditGrain, IDisposable
{
    private readonly StateWriter<StrategyAuditState> _state = new(storage);

    /// <inheritdoc/>
    public ValueTask<StrategyAuditEntry[]> Get() => new(_state.State.Lines);

    /// <inheritdoc/>
    public Task Store(StrategyAuditEntry[] lines) =>
        _state.Write(state => state with { Lines = lines });

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();
}
