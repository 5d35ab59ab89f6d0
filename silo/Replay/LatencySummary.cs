using MarketMaker.Grains.Telemetry;

namespace MarketMaker.Silo.Replay;

/// <summary>From a frame's arrival at the adapter to the acknowledged mass quote, in µs.</summary>
internal sealed record LatencySummary(double P50, double P99, double P999, double Max)
{
    public static LatencySummary Of(QuoteLatency latency) =>
        new(
            latency.AtPercentile(50).TotalMicroseconds,
            latency.AtPercentile(99).TotalMicroseconds,
            latency.AtPercentile(99.9).TotalMicroseconds,
            latency.Max.TotalMicroseconds);
}
