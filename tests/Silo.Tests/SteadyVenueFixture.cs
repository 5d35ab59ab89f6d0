using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Silo.Tests;

/// <summary>A venue in the test's process, to which the silos under test connect.</summary>
public sealed class SteadyVenueFixture : IAsyncLifetime
{
    private readonly SimulatedVenue _venue = new(new SteadyVenue());

    public Uri Url => _venue.Url;

    public Task InitializeAsync() => _venue.StartAsync();

    public async Task DisposeAsync() => await _venue.DisposeAsync();
}
