namespace MarketMaker.Bench.Strategies.Swaps;

/// <summary>Counts the assemblies that the process loads.</summary>
internal static class AssemblyLoads
{
    private static long _count;

    static AssemblyLoads() =>
        AppDomain.CurrentDomain.AssemblyLoad += (_, _) => Interlocked.Increment(ref _count);

    /// <summary>How many were loaded since this was first asked.</summary>
    public static long Count => Interlocked.Read(ref _count);
}
