namespace MarketMaker.Bench.Strategies.Ticks;

/// <summary>The measured passes of one contender: processor time in nanoseconds, and memory.
/// </summary>
internal sealed class Passes(int count)
{
    private readonly List<double> _nanoseconds = new(count);

    /// <summary>What all of them allocated.</summary>
    public long Bytes { get; private set; }

    public double Median => Sorted[Sorted.Length / 2];

    public double Least => Sorted[0];

    public double Most => Sorted[^1];

    private double[] Sorted => [.. _nanoseconds.Order()];

    /// <summary>Carries out one.</summary>
    public void Measure(Action pass)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var time = Environment.CpuUsage.TotalTime;
        pass();
        var taken = Environment.CpuUsage.TotalTime - time;
        Bytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
        _nanoseconds.Add(taken.TotalNanoseconds);
    }
}
