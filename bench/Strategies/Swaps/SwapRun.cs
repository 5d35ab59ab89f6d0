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

/// <summary>Swaps the rule of one quoting pair again and again while prices go on.</summary>
internal sealed class SwapRun(int ticksPerSecond)
{
    private const string Rule = "swapped";
    private const int Versions = 24;
    private const int Collections = 10;
    private const int MegaByte = 1 << 20;

    private static readonly string _source = BuiltInScripts.Sources["house-ladder"];

    /// <summary>Ticks without swaps for a while.</summary>
    /// <returns>The 99th percentile of a tick.</returns>
    public async Task<TimeSpan> Rest(TimeSpan time, CancellationToken cancellation)
    {
        await using var cluster = await Begin(cancellation);
        await Task.Delay(time, cancellation);
        return P99(cluster);
    }

    /// <summary>Ticks while the rule is swapped so often.</summary>
    /// <param name="swaps">How many times.</param>
    /// <param name="every">The time from one swap to the next; one that takes longer delays it.
    /// </param>
    /// <param name="p99Without">What <see cref="Rest"/> measured.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<SwapMeasurement> Swap(
        int swaps, TimeSpan every, TimeSpan p99Without, CancellationToken cancellation)
    {
        await using var cluster = await Begin(cancellation);
        var versions = new List<string>();
        for (var i = 0; i < Versions; i++)
            versions.Add(await cluster.Upload(Rule, $"{_source}\n// Version {i}.\n"));
        var before = await Statistics(cluster);
        var (startedAt, resident, loaded) = (Stopwatch.GetTimestamp(), 0L, Loaded());
        using var timer = new PeriodicTimer(every);
        for (var i = 0; i < swaps; i++)
        {
            await timer.WaitForNextTickAsync(cancellation);
            await cluster.Activate(Rule, versions[i % Versions]);
            if (i == swaps / 10)
                resident = Resident();
        }
        var elapsed = Stopwatch.GetElapsedTime(startedAt);
        var (p99, end) = (P99(cluster), Resident());
        var after = await Statistics(cluster);
        var obligations = (await Engine(cluster).GetStatistics()).Obligations!;
        return new SwapMeasurement(
            swaps,
            elapsed.TotalSeconds,
            after.Ticks - before.Ticks,
            after.ConflatedTicks - before.ConflatedTicks,
            after.MissedTicks,
            (obligations.Obliged - obligations.TwoSided).Ticks * 100,
            after.RuleFaults,
            p99Without.TotalMicroseconds,
            p99.TotalMicroseconds,
            p99 / p99Without,
            (double)resident / MegaByte,
            (double)end / MegaByte,
            (double)end / resident,
            Loaded() - loaded,
            await Alive(cluster));
    }

    private async Task<BenchCluster> Begin(CancellationToken cancellation)
    {
        var cluster = await BenchCluster.Start(silos: 1, pairs: 1, ticksPerSecond);
        await cluster.Upload(Rule, _source);
        await cluster.Quote(BenchCluster.Pair(0), Rule, cancellation);
        return cluster;
    }

    private static TimeSpan P99(BenchCluster cluster) =>
        cluster.Services.GetRequiredService<QuoteLatency>().AtPercentile(99);

    private static ValueTask<MakerStatistics> Statistics(BenchCluster cluster) =>
        cluster.Grains.GetGrain<IPairMakerGrain>(BenchCluster.Pair(0)).GetStatistics();

    private static IMatchingEngineGrain Engine(BenchCluster cluster) =>
        cluster.Grains.GetGrain<IMatchingEngineGrain>(BenchCluster.Pair(0));

    /// <summary>What the process holds once garbage is gone.</summary>
    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
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

    /// <summary>How many assemblies this process has loaded.</summary>
    private static long Loaded() => AssemblyLoads.Count;
}
