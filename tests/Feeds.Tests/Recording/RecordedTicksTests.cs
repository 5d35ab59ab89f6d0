using MarketMaker.Engine.Market;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Recording;
using MarketMaker.Feeds.Simulated;
using MarketMaker.Feeds.Tapes;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Feeds.Tests.Recording;

/// <summary>What goes from the socket to the maker goes over the disk to a backtest.</summary>
public sealed class RecordedTicksTests : IDisposable
{
    private const int Ticks = 300;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_window_holds_the_same_ticks_that_the_maker_had()
    {
        await using var venue = new SimulatedVenue(Lively());
        await venue.StartAsync();
        using var stop = new CancellationTokenSource();
        using var recorder = new PairRecorder(
            new RecordingOptions { Path = _folder.Path }, TimeProvider.System,
            NullLogger<PairRecorder>.Instance);
        await recorder.StartAsync(CancellationToken.None);
        var sink = new RecordingSink();
        var feed = new TapedFeed(
            new BinanceFeed(
                new BinanceFeedOptions { Url = venue.Url }, sink, TimeProvider.System,
                NullLogger<BinanceFeed>.Instance, recorder),
            recorder);
        feed.Follow(Instruments.Btc);
        var running = feed.RunAsync(stop.Token);

        var heard = new List<VenueQuote?>();
        while (heard.Count < Ticks)
            heard.Add((await sink.NextAsync()).Quote);
        await stop.CancelAsync();
        await running;

        Assert.Equal(heard, (await Read(recorder)).Take(Ticks));
        await recorder.StopAsync(CancellationToken.None);
    }

    /// <summary>The quotes of the window; null for a heartbeat.</summary>
    private static async Task<List<VenueQuote?>> Read(PairRecorder recorder)
    {
        await using var window = await recorder.OpenAsync(
            Instruments.Btc.Pair, CancellationToken.None);
        var tape = new VenueTape(window!, [Instruments.Btc]);
        var read = new List<VenueQuote?>();
        await foreach (var (_, what) in tape.ReadAsync())
        {
            if (what.Kind != VenueEventKind.Trade)
                read.Add(what.Kind == VenueEventKind.Quote ? what.Quote : null);
        }
        Assert.Equal(0, tape.Reading.Damaged);
        return read;
    }

    private static PriceProcessSource Lively() => new(
        [
            new PriceProcessOptions
            {
                Symbol = "BTCUSDT",
                StartPrice = 60_000m,
                TickSize = 0.01m,
                LotSize = 0.00001m,
                MeanSize = 1m,
                QuotesPerSecond = 200,
            },
        ],
        seed: 11,
        TimeProvider.System);
}
