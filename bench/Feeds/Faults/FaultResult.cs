namespace MarketMaker.Bench.Feeds.Faults;

/// <summary>What a fault cost.</summary>
/// <param name="Adapter">The adapter.</param>
/// <param name="Fault">The fault.</param>
/// <param name="GapMs">The longest time without a quote of a pair that the fault does not single
/// out, in ms.</param>
/// <param name="Detected">Whether the adapter showed that it noticed.</param>
/// <param name="Recovered">Whether all was well again.</param>
internal sealed record FaultResult(
    string Adapter, string Fault, double GapMs, bool Detected, bool Recovered);
