namespace MarketMaker.Feeds.Simulated;

/// <summary>Where a simulated venue's frames come from.</summary>
public interface IVenueSource
{
    /// <summary>Runs for as long as the venue does.</summary>
    /// <param name="audience">Who is connected.</param>
    /// <param name="stopping">The venue stops.</param>
    Task RunAsync(IVenueAudience audience, CancellationToken stopping);
}
