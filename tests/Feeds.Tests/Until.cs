namespace MarketMaker.Feeds.Tests;

/// <summary>Waits for what no event tells of.</summary>
internal static class Until
{
    /// <summary>Returns when a condition holds; fails when it never does.</summary>
    public static async Task Holds(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Hang.Limit);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
