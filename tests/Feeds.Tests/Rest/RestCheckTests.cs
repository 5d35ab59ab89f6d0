using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Okx;
using MarketMaker.Feeds.Rest;
using MarketMaker.Feeds.Simulated;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Rest;

/// <summary>The check against the simulated venue's REST answers; sockets are left out: what they
/// say is said here.</summary>
public sealed class RestCheckTests : IAsyncLifetime
{
    private static readonly Instrument _btc =
        Instruments.Make("BTC-USDT", "BTCUSDT", 0.01m, 0.00001m);

    private readonly HealthSink _sink = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ManualSource _prices = new();
    private readonly SimulatedVenue _venue;
    private Task _running = Task.CompletedTask;

    public RestCheckTests() => _venue = new SimulatedVenue(_prices);

    public Task InitializeAsync() => _venue.StartAsync();

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(Hang.Limit);
        await _venue.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task A_symbol_that_does_not_trade_is_told_until_it_does()
    {
        _venue.Rest.Halt("BTCUSDT", "BREAK");
        var socket = Start(new BinanceRest(), _btc);
        socket.OnHealth(_btc.Pair, 0, new SourceHealth(SourceReason.Ok));

        Assert.Equal(SourceReason.NotTrading, await NextAsync(after: SourceReason.Ok));
        _venue.Rest.Resume("BTCUSDT");
        Assert.Equal(SourceReason.Ok, await NextAsync());
    }

    [Theory]
    [InlineData(BinanceFeed.Name, "BTCUSDT")]
    [InlineData(OkxFeed.Name, "BTC-USDT")]
    public async Task A_symbol_that_is_not_listed_is_told_at_once(string venue, string symbol)
    {
        _venue.Rest.Delist(symbol);
        Start(
            venue == OkxFeed.Name ? new OkxRest() : new BinanceRest(),
            Instruments.Make("BTC-USDT", symbol, 0.01m, 0.00001m));

        Assert.Equal(SourceReason.UnknownSymbol, await NextAsync());
    }

    [Theory]
    [InlineData(BinanceFeed.Name, "BTCUSDT")]
    [InlineData(OkxFeed.Name, "BTC-USDT")]
    public async Task A_socket_that_tells_another_price_is_disputed_until_it_does_not(
        string venue, string symbol)
    {
        var btc = Instruments.Make("BTC-USDT", symbol, 0.01m, 0.00001m);
        await _prices.PublishAsync(
            Frames.OnBookTicker("BTCUSDT", Frames.BookTicker("BTCUSDT", 1, "100.00", "100.02")));
        _venue.Rest.PriceFactor = 1.02m;
        var socket = Start(venue == OkxFeed.Name ? new OkxRest() : new BinanceRest(), btc);
        socket.OnHealth(btc.Pair, 0, new SourceHealth(SourceReason.Ok));
        Quote(socket, 10_000);

        Assert.Equal(SourceReason.Disputed, await NextAsync(after: SourceReason.Ok));
        Quote(socket, 10_200);
        Assert.Equal(SourceReason.Ok, await NextAsync());
    }

    [Fact]
    public async Task A_venue_that_does_not_answer_changes_nothing_and_is_left_alone()
    {
        _venue.Rest.Halt("BTCUSDT", "HALT");
        _venue.Rest.Refuse(429, TimeSpan.FromMinutes(10));
        Start(new BinanceRest(), _btc);
        await PassAsync(until: () => _venue.Rest.Requests == 1);
        var refusedAt = _time.GetUtcNow();
        _venue.Rest.Answer();

        Assert.Equal(SourceReason.NotTrading, await NextAsync());
        Assert.InRange(
            _time.GetUtcNow() - refusedAt, TimeSpan.FromMinutes(10), TimeSpan.MaxValue);
    }

    [Fact]
    public async Task Requests_stay_within_their_intervals()
    {
        await _prices.PublishAsync(
            Frames.OnBookTicker("BTCUSDT", Frames.BookTicker("BTCUSDT", 1, "100.00", "100.02")));
        Start(new BinanceRest(), _btc);
        // One look-up at once and one comparison every 5 s.
        await PassAsync(until: () => _venue.Rest.Requests >= 13);

        Assert.InRange(
            _time.GetUtcNow() - _time.Start, TimeSpan.FromSeconds(55), TimeSpan.MaxValue);
    }

    /// <summary>Starts a check.</summary>
    /// <returns>Whom the socket's adapter would tell.</returns>
    private SourceWatch Start(IRestProtocol protocol, Instrument instrument)
    {
        var url = new Uri(_venue.Url.ToString().Replace("ws://", "http://"));
        var watch = new SourceWatch(_sink);
        var check = new RestCheck(
            "venue", new RestCheckOptions { Url = url }, protocol, watch, _time,
            NullLogger.Instance);
        check.Follow(instrument);
        _running = check.RunAsync(_stop.Token);
        return watch;
    }

    private static void Quote(SourceWatch socket, long bid) =>
        socket.OnQuote(
            _btc.Pair, 0,
            new VenueQuote(new Price(bid), new Quantity(1), new Price(bid + 2), new Quantity(1)),
            arrivedAt: 0);

    /// <summary>Lets time pass until the sink hears something.</summary>
    private async Task<SourceReason> NextAsync(SourceReason? after = null)
    {
        if (after is not null)
            Assert.Equal(after, await _sink.NextAsync());
        await PassAsync(until: () => _sink.HasHeard);
        return await _sink.NextAsync();
    }

    /// <summary>Moves time on second by second; requests take none of it.</summary>
    private async Task PassAsync(Func<bool> until)
    {
        await Until.Holds(() =>
        {
            if (until())
                return true;
            _time.Advance(TimeSpan.FromSeconds(1));
            return until();
        });
    }
}
