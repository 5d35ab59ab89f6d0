using MarketMaker.GrainInterfaces;

namespace MarketMaker.Silo.Lifecycle;

/// <summary>Wakes the accounts that have transfers in flight, when the silo starts and ever again:
/// so a transfer whose silo has died goes on although nobody asks for it.</summary>
/// <remarks>Who only waits for a pair tries again sooner, by itself.</remarks>
internal sealed class TransferSweep(
    IGrainFactory grains, TimeProvider time, ILogger<TransferSweep> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);

    /// <summary>Accounts that are woken at once.</summary>
    private const int AtOnce = 64;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, time);
        do
        {
            foreach (var key in TransferDirectories.Keys)
                await Sweep(grains.GetGrain<IDirectoryGrain>(key), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sweep(IDirectoryGrain directory, CancellationToken stopping)
    {
        try
        {
            foreach (var accounts in (await directory.List()).Chunk(AtOnce))
            {
                stopping.ThrowIfCancellationRequested();
                await Task.WhenAll(accounts.Select(Resume));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogError(error, "The accounts with transfers in flight could not be read");
        }
    }

    private async Task Resume(string account)
    {
        try
        {
            await grains.GetGrain<IAccountGrain>(account).Resume();
        }
        catch (Exception error)
        {
            logger.LogError(error, "{Account} could not go on with its transfers", account);
        }
    }
}
