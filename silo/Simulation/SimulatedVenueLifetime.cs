using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Silo.Simulation;

/// <summary>Says that the venue is simulated, and stops it with the host.</summary>
internal sealed class SimulatedVenueLifetime(
    SimulatedVenue venue, ILogger<SimulatedVenueLifetime> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        logger.LogWarning("PRICES ARE SIMULATED: the venue at {Url} is in this process", venue.Url);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        venue.StopAsync(cancellationToken);
}
