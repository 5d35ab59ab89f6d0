using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Silo.Replay;

/// <summary>Uploads and activates alternating versions of the rule while it quotes.</summary>
internal static class RuleSwapper
{
    private const string Rule = "house-ladder";

    private static readonly StrategyAct _act = new("replay", "--swap-every");

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
                var upload = new StrategyUpload(
                    $"{source}\n// Version {swaps % 2 + 1} of 2.\n", _act);
                var version = (await strategy.Upload(upload)).Version;
                var outcome = await strategy.Activate(
                    new RolloutRequest(version, RolloutMode.Active, [], _act));
                swaps += outcome.Refusal == StrategyRefusal.None ? 1 : 0;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The tape has ended.
        }
        return swaps;
    }
}
