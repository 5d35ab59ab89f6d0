namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>How long a kind of call took.</summary>
[GenerateSerializer, Immutable, Alias("MarketMaker.Bench.CallLatency")]
public sealed record CallLatency(
    [property: Id(0)] string Operation,
    [property: Id(1)] double P50Microseconds,
    [property: Id(2)] double P99Microseconds);
