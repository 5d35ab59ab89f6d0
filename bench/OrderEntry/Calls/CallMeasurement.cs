using System.Diagnostics;
using HdrHistogram;

namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>Makes the same calls along any way, one after the other, and times each.</summary>
internal static class CallMeasurement
{
    private static readonly long _longest = Stopwatch.Frequency * 60;

    /// <param name="calls">The way.</param>
    /// <param name="count">How many of each kind are timed, after half as many that are not.
    /// </param>
    public static async Task<CallLatency[]> Run(IMarketCalls calls, int count)
    {
        var kinds = calls.Calls;
        var histograms = kinds.Select(_ => new LongHistogram(1, _longest, 3)).ToArray();
        for (var round = -count / 2; round < count; round++)
        {
            if (round == 0)
            {
                foreach (var histogram in histograms)
                    histogram.Reset();
            }
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                var start = Stopwatch.GetTimestamp();
                await kinds[kind].Make(count / 2 + round);
                Record(histograms[kind], Stopwatch.GetTimestamp() - start);
            }
        }
        return [.. kinds.Select((kind, at) => Summarise(kind.Operation, histograms[at]))];
    }

    private static void Record(LongHistogram histogram, long ticks) =>
        histogram.RecordValue(Math.Clamp(ticks, 1, _longest));

    private static CallLatency Summarise(string operation, LongHistogram histogram) => new(
        operation,
        Microseconds(histogram.GetValueAtPercentile(50)),
        Microseconds(histogram.GetValueAtPercentile(99)));

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
