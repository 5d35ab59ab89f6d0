namespace MarketMaker.Bench.Strategies.Swaps;

/// <summary>What swapping the rule of a quoting pair costs; its members are the JSON's keys.
/// </summary>
/// <param name="Swaps">How many times another version was put in force.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="Ticks">How many ticks were handled meanwhile.</param>
/// <param name="ConflatedTicks">How many were overwritten by newer ones before that.</param>
/// <param name="MissedTicks">How many were lost: 0.</param>
/// <param name="WithoutQuotesNs">How long the pair did not quote both sides, since its first
/// ladder: 0.</param>
/// <param name="RuleFaults">How many ticks a version failed: 0.</param>
/// <param name="TickP99UsWithout">A tick from its arrival to the engine's answer, 99th percentile
/// in microseconds, with no swaps: median of the blocks.</param>
/// <param name="TickP99UsWith">The same while the rule was swapped.</param>
/// <param name="TickP99Ratio">With, by without.</param>
/// <param name="TickP99RatioMin">The least of a block of swaps, by the block before it.</param>
/// <param name="TickP99RatioMax">The greatest.</param>
/// <param name="ResidentStartMb">The process's memory after the first block of swaps.</param>
/// <param name="ResidentEndMb">The process's memory after the last.</param>
/// <param name="ResidentRatio">End, by start.</param>
/// <param name="ContextsLoaded">How many times a version was loaded.</param>
/// <param name="ContextsAlive">How many loaded versions live on that neither quote nor are gone
/// back to: 0.</param>
internal sealed record SwapMeasurement(
    int Swaps,
    double Seconds,
    long Ticks,
    long ConflatedTicks,
    long MissedTicks,
    long WithoutQuotesNs,
    long RuleFaults,
    double TickP99UsWithout,
    double TickP99UsWith,
    double TickP99Ratio,
    double TickP99RatioMin,
    double TickP99RatioMax,
    double ResidentStartMb,
    double ResidentEndMb,
    double ResidentRatio,
    long ContextsLoaded,
    int ContextsAlive);
