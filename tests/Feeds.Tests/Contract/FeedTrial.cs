using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests.Contract;

/// <summary>A feed against a lively simulated venue over real sockets.</summary>
internal sealed class FeedTrial : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SimulatedVenue _venue;
    private readonly Task _running;

    private FeedTrial(
        SimulatedVenue venue, Func<Uri, IVenueQuoteSink, IVenueFeed> make,
        IEnumerable<Instrument> instruments)
    {
        _venue = venue;
        Feed = make(venue.Url, Ear);
        foreach (var instrument in instruments)
            Feed.Follow(instrument);
        _running = Feed.RunAsync(_stop.Token);
    }

    public IVenueFeed Feed { get; }

    public FeedEar Ear { get; } = new();

    public FeedStatistics Seen => Feed.Statistics;

    /// <summary>Starts venue and feed.</summary>
    /// <param name="make">Makes the feed.</param>
    /// <param name="instruments">What it follows.</param>
    /// <param name="faults">What is wrong from the beginning.</param>
    public static async Task<FeedTrial> StartAsync(
        Func<Uri, IVenueQuoteSink, IVenueFeed> make,
        IEnumerable<Instrument> instruments,
        params Fault[] faults)
    {
        var source = new PriceProcessSource(
            [Lively("BTC", 60_000m), Lively("ETH", 2_600m)], seed: 1, TimeProvider.System);
        var venue = new SimulatedVenue(source);
        foreach (var fault in faults)
            venue.Begin(fault);
        await venue.StartAsync();
        return new FeedTrial(venue, make, instruments);
    }

    public void Begin(Fault fault) => _venue.Begin(fault);

    public void End(Fault fault) => _venue.End(fault);

    /// <summary>Waits until all lines are open, and both bring quotes.</summary>
    public async Task SettleAsync(int lines)
    {
        await Ear.HearUntilAsync(() => Seen.Connects >= lines);
        if (lines > 1)
            await Ear.HearUntilAsync(() => Seen.Repeats > 0);
        await Ear.HearAsync("BTC-USDT quote");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(Hang.Limit);
        await _venue.DisposeAsync();
        _stop.Dispose();
    }

    private static PriceProcessOptions Lively(string asset, decimal price) => new()
    {
        Symbol = $"{asset}USDT",
        OkxSymbol = $"{asset}-USDT",
        StartPrice = price,
        TickSize = 0.01m,
        LotSize = 0.0001m,
        MeanSize = 1m,
        QuotesPerSecond = 100,
    };
}
