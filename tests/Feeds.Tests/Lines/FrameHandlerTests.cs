using System.Text;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;
using MarketMaker.Feeds.Okx;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class FrameHandlerTests
{
    private const int Count = 20_000;

    [Fact]
    public void Good_frames_of_Binance_are_handled_without_allocation()
    {
        var frames = Enumerable.Range(1, Count).SelectMany(id => new[]
        {
            Frames.BookTicker("BTCUSDT", id, "61667.99000000", "61668.01"),
            Frames.Depth("BTCUSDT", id),
        });

        var (allocated, sink) = HandleAll(
            new BinanceFeedOptions(), new BinanceProtocol(withTrades: false), Instruments.Btc,
            frames);

        Assert.Equal((0, Count, Count), (allocated, sink.Quotes, sink.Heartbeats));
    }

    [Fact]
    public void Good_frames_of_Okx_are_handled_without_allocation()
    {
        var frames = Enumerable.Range(1, Count)
            .Select(id => Frames.Bbo("BTC-USDT", id, "61667.9", "61668.1", 1_000 + id));

        var (allocated, sink) = HandleAll(
            new OkxFeedOptions(), new OkxProtocol("BTC-USDT", withTrades: false),
            Instruments.BtcAtOkx, frames);

        Assert.Equal((0, Count), (allocated, sink.Quotes));
    }

    /// <summary>Two lines hear everything.</summary>
    private static (long Allocated, SilentSink Sink) HandleAll(
        VenueFeedOptions options, IVenueProtocol protocol, Instrument instrument,
        IEnumerable<string> texts)
    {
        var frames = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var (time, sink, counters) = (TimeProvider.System, new SilentSink(), new FeedCounters());
        var followed = new FollowedInstruments(protocol.MaxSymbols);
        followed.Add(instrument);
        var listener = new VenueListener(
            protocol.Venue, sink, tap: null, counters, time, NullLogger.Instance);
        var board = new SymbolBoard(options, protocol, followed, counters, listener, time);
        board.OnOpened();
        FrameHandler[] lines =
        [
            .. Enumerable.Range(0, 2).Select(line => new FrameHandler(
                line, protocol, new SubscriptionPlan(protocol, time), board, counters,
                NullLogger.Instance)),
        ];

        var allocated = Allocated.Least(
            frames, part => Handle(lines, part.Span, arrivedAt: time.GetTimestamp()));
        return (allocated, sink);
    }

    private static void Handle(
        FrameHandler[] lines, ReadOnlySpan<byte[]> frames, long arrivedAt)
    {
        foreach (var frame in frames)
        {
            lines[0].Handle(frame, arrivedAt);
            lines[1].Handle(frame, arrivedAt);
        }
    }
}
