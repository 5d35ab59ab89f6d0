namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>A workload file that is not one; the message names the file and the byte.</summary>
internal sealed class WorkloadException(string file, long position, string what)
    : Exception($"{file}: byte {position}: {what}");
