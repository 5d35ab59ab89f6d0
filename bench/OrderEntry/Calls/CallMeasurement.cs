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
        var place = new LongHistogram(1, _longest, 3);
        var cancel = new LongHistogram(1, _longest, 3);
        var massQuote = new LongHistogram(1, _longest, 3);
        for (var i = -count / 2; i < count; i++)
        {
            if (i == 0)
            {
                place.Reset();
                cancel.Reset();
                massQuote.Reset();
            }
            var start = Stopwatch.GetTimestamp();
            var order = await calls.Place();
            var placed = Stopwatch.GetTimestamp();
            await calls.Cancel(order);
            var cancelled = Stopwatch.GetTimestamp();
            await calls.MassQuote(count / 2 + i);
            var quoted = Stopwatch.GetTimestamp();
            Record(place, placed - start);
            Record(cancel, cancelled - placed);
            Record(massQuote, quoted - cancelled);
        }
        return
        [
            Summarise("place", place),
            Summarise("cancel", cancel),
            Summarise("mass quote of 20", massQuote),
        ];
    }

    private static void Record(LongHistogram histogram, long ticks) =>
        histogram.RecordValue(Math.Clamp(ticks, 1, _longest));

    private static CallLatency Summarise(string operation, LongHistogram histogram) => new(
        operation,
        Microseconds(histogram.GetValueAtPercentile(50)),
        Microseconds(histogram.GetValueAtPercentile(99)));

    private static double Microseconds(long ticks) => ticks * 1e6 / Stopwatch.Frequency;
}
