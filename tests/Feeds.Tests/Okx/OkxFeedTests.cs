using MarketMaker.Feeds.Okx;
using MarketMaker.Feeds.Simulated;
using MarketMaker.Feeds.Tests.Contract;

namespace MarketMaker.Feeds.Tests.Okx;

public sealed class OkxFeedTests
{
    [Theory]
    [InlineData("close=4004")]
    [InlineData("close=4005")]
    [InlineData("close=4001")]
    public async Task A_line_that_is_closed_is_replaced_and_the_code_is_told(string fault)
    {
        await using var trial = await FeedTrial.StartAsync(
            (url, sink) => Make(url, sink), [Instruments.BtcAtOkx]);
        await trial.SettleAsync(lines: 1);

        trial.Begin(Fault.Parse(fault));
        await trial.Ear.HearAsync("BTC-USDT LineDown");
        var reason = trial.Seen.LastError;
        await trial.Ear.HearAsync("BTC-USDT Ok");

        Assert.Equal($"closed by the venue: {fault[6..]} maintenance", reason);
    }

    [Fact]
    public async Task A_quiet_market_does_not_cost_the_line_because_it_pings()
    {
        await using var venue = new SimulatedVenue(
            new ManualSource(), new() { IdleTimeout = TimeSpan.FromSeconds(2) });
        await venue.StartAsync();
        using var stop = new CancellationTokenSource();
        var feed = Make(venue.Url, new FeedEar());
        feed.Follow(Instruments.BtcAtOkx);
        var running = feed.RunAsync(stop.Token);

        // An answer to the subscription, and then to pings alone, half a second apart: longer than
        // the venue would wait.
        await Until.Holds(() => feed.Statistics.Frames >= 8);
        await stop.CancelAsync();
        await running;

        Assert.Equal((1, null), (feed.Statistics.Connects, feed.Statistics.LastError));
    }

    private static OkxFeed Make(Uri venue, IVenueQuoteSink sink) => new(
        new OkxFeedOptions
        {
            Url = venue,
            Lines = 1,
            FirstTickDeadline = TimeSpan.FromSeconds(20),
            Attempts = 50,
        },
        sink, TimeProvider.System, new LogProbe());
}
