using MarketMaker.GrainInterfaces;

namespace MarketMaker.Silo.Replay;

/// <summary>Uploads alternating versions of the rule while it quotes.</summary>
internal static class RuleSwapper
{
    private const string Rule = "house-ladder";

    /// <returns>How many versions were put in force.</returns>
    public static async Task<int> RunAsync(
        IGrainFactory grains, TimeSpan interval, CancellationToken stopping)
    {
        var strategy = grains.GetGrain<IStrategyGrain>(Rule);
        var source = (await strategy.Get())?.Source
            ?? throw new InvalidOperationException($"There is no rule '{Rule}'.");
        var swaps = 0;
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                var reply = await strategy.Put($"{source}\n// Version {swaps % 2 + 1} of 2.\n");
                swaps += reply.Accepted ? 1 : 0;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The tape has ended.
        }
        return swaps;
    }
}
