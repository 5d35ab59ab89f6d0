using MarketMaker.Bench.Matching.Markets;
using MarketMaker.Bench.Matching.Reports;
using MarketMaker.Bench.Matching.Workloads;

namespace MarketMaker.Bench.Matching.Measuring;

/// <summary>A market with the passes that it has run.</summary>
internal sealed class Contender(string variant, IMarket market, MarketCommand[] commands)
{
    /// <summary>Commands handed over at once: few enough for the processor's own cache, so many
    /// that asking for the time costs nothing beside them.</summary>
    private const int Batch = 4096;

    private readonly List<double> _nanoseconds = [];
    private long _mostBytes;
    private ulong _digest;
    private ulong _fetched;
    private string _sha256 = "";

    /// <summary>Takes down the whole answer; also the first part of the warm-up.</summary>
    public void Answer()
    {
        var log = new ReportLog();
        Run(ref log);
        _sha256 = log.Sha256();
        _digest = log.Digest();
    }

    public void WarmUp() => Pass();

    public void Measure()
    {
        var (nanoseconds, bytes) = Pass();
        _nanoseconds.Add(nanoseconds);
        _mostBytes = Math.Max(_mostBytes, bytes);
    }

    public Measurement Result()
    {
        _nanoseconds.Sort();
        var count = Math.Max(1, commands.Length);
        return new Measurement(
            variant,
            _sha256,
            Median() / count,
            _nanoseconds[0] / count,
            _nanoseconds[^1] / count,
            (double)_mostBytes / count);
    }

    private (double Nanoseconds, long Bytes) Pass()
    {
        // Garbage that others left is not this one's to collect.
        GC.Collect();
        var digest = new ReportDigest();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var time = TimeSpan.Zero;
        for (var from = 0; from < commands.Length; from += Batch)
        {
            var batch = commands.AsSpan(from, Math.Min(Batch, commands.Length - from));
            Fetch(batch);
            var start = Environment.CpuUsage.TotalTime;
            market.Run<ReportDigest>(batch, ref digest);
            time += Environment.CpuUsage.TotalTime - start;
        }
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        market.Clear();
        if (digest.Value != _digest)
            throw new InvalidOperationException($"'{variant}' answered a pass differently.");
        return (time.TotalNanoseconds, bytes);
    }

    private void Run<TSink>(ref TSink sink)
        where TSink : struct, IReportSink
    {
        for (var from = 0; from < commands.Length; from += Batch)
        {
            var length = Math.Min(Batch, commands.Length - from);
            market.Run(commands.AsSpan(from, length), ref sink);
        }
        market.Clear();
    }

    /// <summary>Brings commands into the processor's cache, where one that has just been received
    /// is: it is the market that is measured, not the way of a large file through the memory.
    /// </summary>
    private void Fetch(ReadOnlySpan<MarketCommand> batch)
    {
        foreach (ref readonly var command in batch)
            _fetched ^= command.Sequence;
    }

    private double Median()
    {
        var middle = _nanoseconds.Count / 2;
        return _nanoseconds.Count % 2 == 1
            ? _nanoseconds[middle]
            : (_nanoseconds[middle - 1] + _nanoseconds[middle]) / 2;
    }
}
