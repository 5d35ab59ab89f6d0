using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Simulated;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Binance;

public sealed class BinanceFeedTests
{
    private static readonly PriceProcessOptions _lively = new()
    {
        Symbol = "BTCUSDT",
        StartPrice = 60_000m,
        TickSize = 0.01m,
        LotSize = 0.00001m,
        MeanSize = 1m,
        QuotesPerSecond = 100,
    };

    private readonly ManualSource _source = new();

    [Fact]
    public async Task Quotes_and_heartbeats_arrive_exactly_and_in_order()
    {
        await using var run = await FeedRun.StartAsync(_source);
        await run.FollowAsync(Instruments.Btc);

        await _source.PublishAsync(
            Btc(Frames.BookTicker(
                "BTCUSDT", 7, "61667.99000000", "61668.01000000", "0.34713000", "3.57466000")),
            VenueFrame.Of("btcusdt@depth@100ms", Frames.Depth("BTCUSDT")));

        var quote = new VenueQuote(
            new Price(6_166_799), new Quantity(34_713), new Price(6_166_801),
            new Quantity(357_466));
        Assert.Equal((Instruments.Btc.Pair, (VenueQuote?)quote), await run.Sink.NextAsync());
        Assert.Equal((Instruments.Btc.Pair, (VenueQuote?)null), await run.Sink.NextAsync());
    }

    [Fact]
    public async Task Instruments_are_followed_and_left_on_the_live_connection()
    {
        await using var run = await FeedRun.StartAsync(_source);
        await run.FollowAsync(Instruments.Btc);
        await run.FollowAsync(Instruments.Eth);
        run.Feed.Unfollow(Instruments.Btc.Pair, 0);

        await _source.PublishAsync(
            Btc(Frames.BookTicker("BTCUSDT", 1, "1", "2")),
            Frames.OnBookTicker("ETHUSDT", Frames.BookTicker("ETHUSDT", 1, "3", "4")));

        Assert.Equal(Instruments.Eth.Pair, (await run.Sink.NextAsync()).Pair);
        Assert.Equal(1, run.Feed.Statistics.Connects);
    }

    [Fact]
    public async Task Bad_frames_are_counted_and_skipped_and_the_connection_lives()
    {
        await using var run = await FeedRun.StartAsync(_source);
        await run.FollowAsync(Instruments.Btc);
        var good = Frames.BookTicker("BTCUSDT", 10, "1", "2");

        await _source.PublishAsync(
            Frames.Raw("pong"),
            Frames.Raw(good[..^10]),
            Btc(Frames.BookTicker("BTCUSDT", 8, "1.123456789", "2")),
            Btc(Frames.BookTicker("BTCUSDT", 9, "2", "1")),
            Btc(Frames.BookTicker("BTCUSDT", 9, "1", "2")),
            Btc(Frames.BookTicker("XYZUSDT", 11, "1", "2")),
            Frames.Raw("""{"e":"aggTrade","s":"BTCUSDT"}"""),
            Btc(good));
        await run.Sink.NextAsync();

        var seen = run.Feed.Statistics;
        Assert.Equal(
            (true, 1, 1, 3, 1, 1, 2),
            (seen.Connected, seen.Connects, seen.Quotes, seen.Malformed, seen.Crossed,
                seen.StaleIds, seen.Ignored));
    }

    [Fact]
    public async Task A_mute_line_is_replaced()
    {
        var options = FeedRun.OneLine with { NoDataTimeout = TimeSpan.FromMilliseconds(500) };
        await using var run = await FeedRun.StartAsync(Lively(), options);
        await run.FollowAsync(Instruments.Btc);
        await run.Sink.NextAsync();

        run.Venue.Begin(new Fault(FaultKind.Mute));

        await run.Log.NextAsync("no data for 00:00:00.5");
        await run.Sink.NextUntilAsync(() => run.Feed.Statistics.Connects > 1);
    }

    [Fact]
    public async Task A_line_closed_by_the_venue_is_replaced()
    {
        await using var run = await FeedRun.StartAsync(Lively());
        await run.FollowAsync(Instruments.Btc);
        await run.Sink.NextAsync();

        await run.Venue.CloseConnectionsAsync("maintenance");

        await run.Log.NextAsync("closed by the venue: 1008 maintenance");
        await run.Sink.NextUntilAsync(() => run.Feed.Statistics.Connects > 1);
    }

    [Fact]
    public async Task A_line_that_breaks_is_replaced()
    {
        await using var run = await FeedRun.StartAsync(Lively());
        await run.FollowAsync(Instruments.Btc);
        await run.Sink.NextAsync();

        run.Venue.Begin(new Fault(FaultKind.Reset));

        await run.Log.NextAsync("connection lost");
        await run.Sink.NextUntilAsync(() => run.Feed.Statistics.Connects > 1);
    }

    [Fact]
    public async Task An_announced_shutdown_replaces_the_line()
    {
        await using var run = await FeedRun.StartAsync(_source);
        await run.FollowAsync(Instruments.Btc);

        await _source.PublishAsync(Frames.Raw("""{"e":"serverShutdown","E":1}"""));

        await run.Log.NextAsync("the venue announced its shutdown");
        await run.Log.NextAsync("Connected");
    }

    [Fact]
    public async Task A_line_is_replaced_at_its_age()
    {
        var options = FeedRun.OneLine with { MaxConnectionAge = TimeSpan.FromSeconds(1) };
        await using var run = await FeedRun.StartAsync(Lively(), options);
        await run.FollowAsync(Instruments.Btc);

        await run.Log.NextAsync("replaced at the age of 00:00:01");
        await run.Sink.NextUntilAsync(() => run.Feed.Statistics.Connects > 1);
    }

    [Fact]
    public async Task A_frame_of_more_than_a_mebibyte_ends_the_line_and_one_below_does_not()
    {
        await using var run = await FeedRun.StartAsync(_source);
        await run.FollowAsync(Instruments.Btc);

        await _source.PublishAsync(
            Frames.Raw(new string('x', 1024 * 1024)), Frames.Raw(new string('x', 1024 * 1024 + 1)));

        await run.Log.NextAsync("malformed frame of 1048576 bytes");
        await run.Log.NextAsync("a frame of more than 1048576 bytes");
    }

    [Fact]
    public async Task A_refused_symbol_is_named_and_harms_no_other()
    {
        var venue = new SimulatedVenueOptions { Refuses = x => x == "ethusdt@bookTicker" };
        await using var run = await FeedRun.StartAsync(Lively(), null, venue);
        run.Feed.Follow(Instruments.Eth);
        run.Feed.Follow(Instruments.Btc);

        var refusal = await run.Log.NextAsync("SUBSCRIBE of ETHUSDT:");
        var (pair, _) = await run.Sink.NextAsync();

        Assert.Equal(Instruments.Btc.Pair, pair);
        Assert.Equal(
            "binance refused SUBSCRIBE of ETHUSDT: code 2, "
            + "Invalid request: ethusdt@bookTicker is refused",
            refusal);
    }

    [Fact]
    public async Task A_sink_that_throws_loses_its_own_quote_and_no_other()
    {
        await using var run = await FeedRun.StartAsync(_source);
        await run.FollowAsync(Instruments.Btc);
        run.Sink.Failure = new InvalidOperationException("sick sink");

        await _source.PublishAsync(
            Btc(Frames.BookTicker("BTCUSDT", 1, "1", "2")),
            Btc(Frames.BookTicker("BTCUSDT", 2, "1", "2")));
        await run.Sink.NextAsync();
        await run.Log.NextAsync("The sink failed on BTC-USDT");
        await run.Sink.NextAsync();

        Assert.Equal(1, run.Feed.Statistics.Connects);
        Assert.InRange(run.Feed.Statistics.SinkErrors, 1, 2);
    }

    [Fact]
    public async Task A_venue_that_is_down_is_found_again_when_it_is_up()
    {
        await using var run = await FeedRun.StartAsync(_source);
        await run.FollowAsync(Instruments.Btc);
        var port = run.Venue.Url.Port;

        await run.Venue.StopAsync();
        await run.Log.NextAsync("could not connect");
        var successor = new SimulatedVenue(Lively(), new SimulatedVenueOptions { Port = port });
        await using (successor)
        {
            await successor.StartAsync();
            await run.Sink.NextAsync();
        }

        Assert.Equal(2, run.Feed.Statistics.Connects);
    }

    [Fact]
    public async Task The_second_line_is_opened_half_a_second_after_the_first()
    {
        await using var venue = new SimulatedVenue(_source);
        await venue.StartAsync();
        var time = new FakeTimeProvider();
        var sink = new RecordingSink();
        var feed = new BinanceFeed(new() { Url = venue.Url }, sink, time, new LogProbe());
        feed.Follow(Instruments.Btc);
        using var stop = new CancellationTokenSource();
        var running = feed.RunAsync(stop.Token);
        await venue.WaitForSubscribersAsync(["btcusdt@bookTicker"]).WaitAsync(Hang.Limit);
        await _source.PublishAsync(Btc(Frames.BookTicker("BTCUSDT", 1, "1", "2")));
        await sink.NextAsync();

        time.Advance(TimeSpan.FromMilliseconds(499));
        var before = feed.Statistics.Attempts;
        time.Advance(TimeSpan.FromMilliseconds(1));
        await Until.Holds(() => feed.Statistics.Connects == 2);
        await stop.CancelAsync();
        await running;

        Assert.Equal(1, before);
    }

    [Fact]
    public async Task A_venue_that_is_down_is_not_asked_more_often_than_allowed()
    {
        await using var run = await FeedRun.StartAsync(
            _source,
            new() { Lines = 2, Attempts = 5, AttemptWindow = TimeSpan.FromHours(1) });
        await run.FollowAsync(Instruments.Btc);

        run.Venue.Begin(Fault.Parse("http=503"));
        run.Venue.Begin(Fault.Parse("reset"));
        await Until.Holds(() => run.Feed.Statistics.Postponed > 0);

        Assert.Equal(5, run.Feed.Statistics.Attempts);
    }

    [Fact]
    public async Task Subscriptions_in_quick_succession_are_paced_below_five_a_second()
    {
        await using var run = await FeedRun.StartAsync(_source);

        // The venue cuts a connection that brings it a sixth message within a second.
        for (var number = 0; number < 12; number++)
            await run.FollowAsync(Instruments.Make("BTC-USDT", $"B{number}USDT", 1m, 1m, number));

        Assert.Equal(1, run.Feed.Statistics.Connects);
    }

    private static PriceProcessSource Lively() => new([_lively], seed: 1, TimeProvider.System);

    private static VenueFrame Btc(string payload) => Frames.OnBookTicker("BTCUSDT", payload);
}
