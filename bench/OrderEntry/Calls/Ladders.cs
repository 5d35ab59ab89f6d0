namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>What is sent, the same along every way.</summary>
internal static class Ladders
{
    public const int Levels = 10;

    /// <summary>Longer than a run of calls pauses.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Where single orders rest, in ticks: behind every ladder.</summary>
    public const long OrderPrice = 3_000;

    /// <summary>Where a single quote rests, in ticks: behind every ladder.</summary>
    public const long QuotePrice = 3_500;

    /// <summary>The price of a bid, in ticks; each ladder stands a tick beside the one before.
    /// </summary>
    public static long Bid(long sequence, int level) => 4_000 + sequence % 2 - level;

    /// <summary>The price of an ask, in ticks.</summary>
    public static long Ask(long sequence, int level) => 4_010 + sequence % 2 + level;
}
