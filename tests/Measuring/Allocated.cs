namespace MarketMaker.Tests.Measuring;

/// <summary>What warm code allocates.</summary>
public static class Allocated
{
    private const int Rounds = 5;

    /// <summary>The least number of bytes that this thread allocates in a round of several.
    /// </summary>
    /// <remarks>The runtime allocates when it compiles a method anew, a cold container as it grows:
    /// now and then. What allocates by its nature does so in every round.</remarks>
    /// <param name="round">Does the same work as in every round; its number counts from 0.</param>
    public static long Least(Action<int> round)
    {
        var least = long.MaxValue;
        for (var number = 0; number < Rounds; number++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            round(number);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }

    /// <summary>The same, each round on its own share of some items; none is left out.</summary>
    public static long Least<T>(T[] items, Action<ReadOnlyMemory<T>> round) => Least(number =>
    {
        var (from, to) = (items.Length * number / Rounds, items.Length * (number + 1) / Rounds);
        round(items.AsMemory(from, to - from));
    });
}
