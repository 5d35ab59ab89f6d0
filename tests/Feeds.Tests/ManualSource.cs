using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests;

/// <summary>A source that says what a test tells it to.</summary>
internal sealed class ManualSource : IVenueSource
{
    private readonly TaskCompletionSource<IVenueAudience> _audience = new();

    public Task RunAsync(IVenueAudience audience, CancellationToken stopping)
    {
        _audience.TrySetResult(audience);
        return Task.Delay(Timeout.InfiniteTimeSpan, stopping);
    }

    public async Task PublishAsync(params VenueFrame[] frames)
    {
        var audience = await _audience.Task.WaitAsync(Hang.Limit);
        foreach (var frame in frames)
            await audience.PublishAsync(frame, CancellationToken.None);
    }
}
