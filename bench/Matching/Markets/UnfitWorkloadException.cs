namespace MarketMaker.Bench.Matching.Markets;

/// <summary>A workload that is in order, with numbers that the full engine does not take.
/// </summary>
internal sealed class UnfitWorkloadException(string what) : Exception(what);
