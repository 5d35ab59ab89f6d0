using Microsoft.Extensions.Hosting;

namespace MarketMaker.Feeds.Simulated;

/// <summary>Leaves Ctrl+C and SIGTERM to the process that the venue lives in.</summary>
internal sealed class InnerHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
