using MarketMaker.GrainInterfaces;

namespace MarketMaker.Bench.OrderEntry.Calls;

/// <inheritdoc cref="ICallerGrain"/>
public sealed class CallerGrain : Grain, ICallerGrain
{
    /// <inheritdoc/>
    public Task<CallLatency[]> Measure(int count) => CallMeasurement.Run(
        new DirectCalls(
            GrainFactory.GetGrain<IMatchingEngineGrain>(this.GetPrimaryKeyString())),
        count);
}
