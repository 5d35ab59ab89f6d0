using MarketMaker.Feeds.Simulated;
using MarketMaker.Silo.Settings;

namespace MarketMaker.Silo.Simulation;

/// <summary>Says that the venue is simulated, lets it fall ill as the settings want, and stops it
/// with the host.</summary>
internal sealed class SimulatedVenueLifetime(
    SimulatedVenue venue,
    IConfiguration settings,
    TimeProvider time,
    ILogger<SimulatedVenueLifetime> logger) : BackgroundService
{
    private const string Setting = "Simulation:Faults";

    /// <inheritdoc/>
    /// <exception cref="SettingsException">The faults cannot be read.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        logger.LogWarning("PRICES ARE SIMULATED: the venue at {Url} is in this process", venue.Url);
        _ = ReadFaults();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await venue.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var schedule = ReadFaults();
        if (schedule.Faults.Count > 0)
            logger.LogWarning("THE SIMULATED VENUE WILL FAIL: {Faults}", settings[Setting]);
        await schedule.RunAsync(venue, time, stoppingToken);
    }

    private FaultSchedule ReadFaults()
    {
        try
        {
            return FaultSchedule.Parse(settings[Setting] ?? "");
        }
        catch (FormatException error)
        {
            throw new SettingsException(Setting, $"cannot be read: {error.Message}");
        }
    }
}
