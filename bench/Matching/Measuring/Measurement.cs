namespace MarketMaker.Bench.Matching.Measuring;

/// <summary>What one market did on one workload.</summary>
/// <param name="Variant">Which market.</param>
/// <param name="Sha256">The answer's.</param>
/// <param name="Median">Processor time in ns per message over the passes.</param>
/// <param name="Least">The fastest pass.</param>
/// <param name="Most">The slowest pass.</param>
/// <param name="BytesPerMessage">Allocated, in the worst pass.</param>
internal sealed record Measurement(
    string Variant, string Sha256, double Median, double Least, double Most,
    double BytesPerMessage);
