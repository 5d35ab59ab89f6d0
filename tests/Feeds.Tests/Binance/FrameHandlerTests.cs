using System.Text;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Feeds.Tests.Binance;

public sealed class FrameHandlerTests
{
    private readonly FollowedInstruments _followed = new();
    private readonly FeedCounters _counters = new();
    private readonly CountingSink _sink = new();
    private readonly FrameHandler _handler;

    public FrameHandlerTests()
    {
        _followed.Add(Instruments.Btc);
        _handler = new FrameHandler(
            _followed, new SubscriptionPlan(TimeProvider.System), _sink, _counters,
            TimeProvider.System, NullLogger.Instance);
    }

    [Fact]
    public void Good_frames_are_handled_without_allocation()
    {
        const int count = 20_000;
        var frames = Enumerable.Range(1, count)
            .Select(id => Bytes(Frames.BookTicker("BTCUSDT", id, "61667.99000000", "61668.01")))
            .ToArray();
        var depth = Bytes(Frames.Depth("BTCUSDT"));
        HandleAll(frames.AsSpan(0, count / 2), depth);

        var before = GC.GetAllocatedBytesForCurrentThread();
        HandleAll(frames.AsSpan(count / 2), depth);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((0, count, count), (allocated, _sink.Quotes, _sink.Heartbeats));
    }

    [Fact]
    public void A_third_crossed_quote_in_a_row_ends_the_line()
    {
        List<string?> ends =
        [
            Handle(Frames.BookTicker("BTCUSDT", 1, "2", "1")),
            Handle(Frames.BookTicker("BTCUSDT", 2, "2", "1")),
            Handle(Frames.BookTicker("BTCUSDT", 3, "1", "2")),
            Handle(Frames.BookTicker("BTCUSDT", 4, "2", "1")),
            Handle(Frames.BookTicker("BTCUSDT", 5, "2", "2")),
            Handle(Frames.BookTicker("BTCUSDT", 6, "2", "1")),
        ];

        List<string?> expected =
            [null, null, null, null, null, "3 crossed quotes in a row of BTCUSDT"];
        Assert.Equal(expected, ends);
    }

    [Fact]
    public void An_update_id_that_does_not_grow_is_dropped()
    {
        foreach (var id in new[] { 5, 5, 4, 6 })
            Handle(Frames.BookTicker("BTCUSDT", id, "1", "2"));

        Assert.Equal((2, 2), (_sink.Quotes, _counters.StaleIds));
    }

    [Fact]
    public void A_pair_followed_anew_begins_anew()
    {
        Handle(Frames.BookTicker("BTCUSDT", 5, "1", "2"));
        _followed.Remove(Instruments.Btc.Pair, 0);
        Handle(Frames.BookTicker("BTCUSDT", 6, "1", "2"));
        _followed.Add(Instruments.Btc);
        Handle(Frames.BookTicker("BTCUSDT", 5, "1", "2"));

        Assert.Equal((2, 1, 0), (_sink.Quotes, _counters.Ignored, _counters.StaleIds));
    }

    private string? Handle(string frame) => _handler.Handle(Bytes(frame), arrivedAt: 1);

    private void HandleAll(ReadOnlySpan<byte[]> frames, byte[] depth)
    {
        foreach (var frame in frames)
        {
            _handler.Handle(frame, arrivedAt: 1);
            _handler.Handle(depth, arrivedAt: 1);
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class CountingSink : IVenueQuoteSink
    {
        public int Quotes { get; private set; }

        public int Heartbeats { get; private set; }

        public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt) =>
            Quotes++;

        public void OnHealth(PairId pair, int source, SourceHealth health)
        {
        }

        public void OnHeartbeat(PairId pair, int source, long arrivedAt) => Heartbeats++;
    }
}
