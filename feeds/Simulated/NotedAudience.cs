namespace MarketMaker.Feeds.Simulated;

/// <summary>Has the prices that go to an audience noted for requests over HTTP.</summary>
internal sealed class NotedAudience(IVenueAudience audience, SimulatedRest rest) : IVenueAudience
{
    public ValueTask PublishAsync(VenueFrame frame, CancellationToken cancel)
    {
        rest.Note(in frame);
        return audience.PublishAsync(frame, cancel);
    }

    public Task FlushAsync(CancellationToken cancel) => audience.FlushAsync(cancel);
}
