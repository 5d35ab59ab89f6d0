namespace MarketMaker.Grains.Tests;

/// <summary>Waits for what no event tells of.</summary>
internal static class Until
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns when a condition holds; fails when it never does.</summary>
    public static Task Holds(Func<bool> condition) => Holds(() => Task.FromResult(condition()));

    /// <summary>Returns when a condition holds; fails when it never does.</summary>
    public static async Task Holds(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while (!await condition())
            await Task.Delay(_look, patience.Token);
    }
}
