using Microsoft.Extensions.Hosting;

namespace MarketMaker.Grpc;

/// <summary>The lifetime of a server that another host starts and stops: it listens to no signals
/// of its own.</summary>
internal sealed class PartOfTheProcess : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
