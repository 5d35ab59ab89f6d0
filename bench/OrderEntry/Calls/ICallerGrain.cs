namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>Stands where a maker stands: a grain on the silo of the pair it is named after.
/// </summary>
[Alias("MarketMaker.Bench.ICallerGrain")]
public interface ICallerGrain : IGrainWithStringKey
{
    /// <summary>Calls the pair's matching engine directly.</summary>
    /// <param name="count">How many calls of each kind are timed.</param>
    [Alias("Measure")]
    [ResponseTimeout("00:10:00")]
    Task<CallLatency[]> Measure(int count);
}
