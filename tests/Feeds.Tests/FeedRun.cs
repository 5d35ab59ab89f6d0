using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests;

/// <summary>A feed that runs against a simulated venue over a real socket.</summary>
internal sealed class FeedRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private FeedRun(SimulatedVenue venue, BinanceFeedOptions options)
    {
        Venue = venue;
        Feed = new BinanceFeed(options, Sink, TimeProvider.System, Log);
        _running = Feed.RunAsync(_stop.Token);
    }

    /// <summary>A feed of one line, whose every frame can be foretold.</summary>
    public static BinanceFeedOptions OneLine { get; } = new() { Lines = 1 };

    public SimulatedVenue Venue { get; }

    public BinanceFeed Feed { get; }

    public RecordingSink Sink { get; } = new();

    public LogProbe Log { get; } = new();

    public static async Task<FeedRun> StartAsync(
        IVenueSource source,
        BinanceFeedOptions? options = null,
        SimulatedVenueOptions? venueOptions = null)
    {
        var venue = new SimulatedVenue(source, venueOptions);
        await venue.StartAsync();
        return new FeedRun(venue, (options ?? OneLine) with { Url = venue.Url });
    }

    /// <summary>Follows instruments and waits until the venue knows.</summary>
    public async Task FollowAsync(params Instrument[] instruments)
    {
        foreach (var instrument in instruments)
            Feed.Follow(instrument);
        await Venue.WaitForSubscribersAsync(instruments.SelectMany(StreamsOf))
            .WaitAsync(Hang.Limit);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(Hang.Limit);
        await Venue.DisposeAsync();
        _stop.Dispose();
    }

    private static IEnumerable<string> StreamsOf(Instrument instrument)
    {
        var name = instrument.Symbol.ToLowerInvariant();
        return [$"{name}@bookTicker", $"{name}@depth@100ms"];
    }
}
