namespace MarketMaker.Bench.Matching.Measuring;

/// <summary>Times a maker's ticks.</summary>
internal static class TickTimer
{
    /// <summary>Measures passes of so many ticks, after a warm-up.</summary>
    /// <param name="variant">What is measured.</param>
    /// <param name="pass">Carries out as many ticks as it is told.</param>
    /// <param name="passes">How many measured passes.</param>
    /// <param name="ticks">How many ticks a pass has.</param>
    public static Measurement Measure(string variant, Action<int> pass, int passes, int ticks)
    {
        for (var warmUp = 0; warmUp < 3; warmUp++)
            pass(ticks);
        var nanoseconds = new double[passes];
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < passes; i++)
        {
            var time = Environment.CpuUsage.TotalTime;
            pass(ticks);
            nanoseconds[i] = (Environment.CpuUsage.TotalTime - time).TotalNanoseconds / ticks;
        }
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Array.Sort(nanoseconds);
        return new Measurement(
            variant, "", nanoseconds[passes / 2], nanoseconds[0], nanoseconds[^1],
            (double)bytes / passes / ticks);
    }
}
