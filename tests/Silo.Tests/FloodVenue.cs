using System.Security.Cryptography;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Silo.Tests;

/// <summary>A venue that fills a disk: what it says does not compress.</summary>
internal sealed class FloodVenue : IVenueSource
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(20);

    public async Task RunAsync(IVenueAudience audience, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(_interval);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            var noise = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16 * 1024));
            await audience.PublishAsync(
                VenueFrame.Of("btcusdt@trade", $"{{\"noise\":\"{noise}\"}}"), stopping);
        }
    }
}
