using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using MarketMaker.Bench.Strategies.Clusters;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.Telemetry;
using MarketMaker.Strategies.Library;
using Microsoft.Extensions.DependencyInjection;

namespace MarketMaker.Bench.Strategies.Swaps;

/// <summary>Swaps the rule of one quoting pair again and again while prices go on, in blocks
/// between which it is left alone: a shared machine is not equally fast all the time.</summary>
internal sealed class SwapRun(int ticksPerSecond)
{
    /// <summary>How many blocks of swaps there are, and as many of ticks alone.</summary>
    public const int Blocks = 10;

    private const string Rule = "swapped";
    private const int Versions = 24;
    private const int Collections = 10;
    private const int MegaByte = 1 << 20;

    private static readonly string _source = BuiltInScripts.Sources["house-ladder"];
    private readonly List<string> _versions = [];
    private int _swaps;

    /// <summary>Measures it, after a block of swaps that warms up.</summary>
    /// <param name="swaps">How many times another version is put in force.</param>
    /// <param name="every">The time from one swap to the next; one that takes longer delays it.
    /// </param>
    /// <param name="rest">How long no rule is swapped, in all.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<SwapMeasurement> Run(
        int swaps, TimeSpan every, TimeSpan rest, CancellationToken cancellation)
    {
        await using var cluster = await Begin(cancellation);
        await Swap(cluster, swaps / Blocks, every, cancellation);
        var loaded = AssemblyLoads.Count;
        var blocks = new List<SwapBlock>();
        for (var i = 0; i < Blocks; i++)
        {
            var without = await Measure(cluster, () => Task.Delay(rest / Blocks, cancellation));
            var with = await Measure(
                cluster, () => Swap(cluster, swaps / Blocks, every, cancellation));
            blocks.Add(new SwapBlock(
                without.P99, with.P99, with.Ticks, with.Conflated, with.Time, Resident()));
        }
        loaded = AssemblyLoads.Count - loaded;
        var (start, end) = (blocks[0].Resident, blocks[^1].Resident);
        var statistics = await Statistics(cluster);
        var obligations = (await Engine(cluster).GetStatistics()).Obligations!;
        var (p99Without, p99With) = (
            Median(blocks, block => block.P99Without), Median(blocks, block => block.P99With));
        return new SwapMeasurement(
            swaps / Blocks * Blocks,
            blocks.Sum(block => block.Time.TotalSeconds),
            blocks.Sum(block => block.Ticks),
            blocks.Sum(block => block.Conflated),
            statistics.MissedTicks,
            (obligations.Obliged - obligations.TwoSided).Ticks * 100,
            statistics.RuleFaults,
            p99Without.TotalMicroseconds,
            p99With.TotalMicroseconds,
            p99With / p99Without,
            blocks.Min(block => block.Ratio),
            blocks.Max(block => block.Ratio),
            (double)start / MegaByte,
            (double)end / MegaByte,
            (double)end / start,
            loaded,
            await Alive(cluster));
    }

    private async Task<BenchCluster> Begin(CancellationToken cancellation)
    {
        var cluster = await BenchCluster.Start(silos: 1, pairs: 1, ticksPerSecond);
        await cluster.Upload(Rule, _source);
        await cluster.Quote(BenchCluster.Pair(0), Rule, cancellation);
        for (var i = 0; i < Versions; i++)
            _versions.Add(await cluster.Upload(Rule, $"{_source}\n// Version {i}.\n"));
        return cluster;
    }

    private async Task Swap(
        BenchCluster cluster, int times, TimeSpan every, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(every);
        for (var i = 0; i < times; i++)
        {
            await timer.WaitForNextTickAsync(cancellation);
            await cluster.Activate(Rule, _versions[_swaps++ % Versions]);
        }
    }

    private static async Task<(TimeSpan P99, long Ticks, long Conflated, TimeSpan Time)> Measure(
        BenchCluster cluster, Func<Task> block)
    {
        var latency = cluster.Services.GetRequiredService<QuoteLatency>();
        var before = await Statistics(cluster);
        latency.Reset();
        var startedAt = Stopwatch.GetTimestamp();
        await block();
        var (p99, time) = (latency.AtPercentile(99), Stopwatch.GetElapsedTime(startedAt));
        var after = await Statistics(cluster);
        return (
            p99, after.Ticks - before.Ticks, after.ConflatedTicks - before.ConflatedTicks, time);
    }

    private static TimeSpan Median(List<SwapBlock> blocks, Func<SwapBlock, TimeSpan> value)
    {
        var sorted = blocks.Select(value).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static ValueTask<MakerStatistics> Statistics(BenchCluster cluster) =>
        cluster.Grains.GetGrain<IPairMakerGrain>(BenchCluster.Pair(0)).GetStatistics();

    private static IMatchingEngineGrain Engine(BenchCluster cluster) =>
        cluster.Grains.GetGrain<IMatchingEngineGrain>(BenchCluster.Pair(0));

    /// <summary>What the process holds once garbage is gone and its room is given back.</summary>
    private static long Resident()
    {
        // A version that is unloaded is gone a collection after its finalizer.
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(
                GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>Loaded versions that nobody uses.</summary>
    private static async Task<int> Alive(BenchCluster cluster)
    {
        var maker = cluster.Grains.GetGrain<IPairMakerGrain>(BenchCluster.Pair(0));
        var view = await maker.GetRule();
        string[] used = [$"{Rule}.{view.Version}", view.Fallback?.Replace(' ', '.') ?? ""];
        for (var i = 0; i < Collections && Unused(used) > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return Unused(used);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Unused(string[] used) => AssemblyLoadContext.All.Count(context =>
        context.Name is { } name && name.StartsWith($"{Rule}.", StringComparison.Ordinal)
        && !used.Contains(name));
}
