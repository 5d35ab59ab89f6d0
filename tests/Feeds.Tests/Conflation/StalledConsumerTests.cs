using System.Text;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Conflation;
using MarketMaker.Feeds.Lines;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Conflation;

/// <summary>From a line's frames to the slot before a consumer that stalls.</summary>
public sealed class StalledConsumerTests : IVenueQuoteSink
{
    /// <summary>Ten seconds of the busiest that was seen of one symbol.</summary>
    private const int Count = 15_000;

    private readonly FakeTimeProvider _time = new();
    private readonly TickSlot _slot;
    private NumberedQuote _underWay;

    public StalledConsumerTests() => _slot = new TickSlot(_time);

    [Fact]
    public void Nothing_is_queued_the_newest_price_is_used_and_the_count_is_exact()
    {
        var handler = Handler();
        var frames = Enumerable.Range(1, Count)
            .Select(id => Encoding.UTF8.GetBytes(
                Frames.BookTicker("BTCUSDT", id, $"{id * 0.01m}", $"{(id + 1) * 0.01m}")))
            .ToArray();

        var allocated = Allocated.Least(frames, part => HandleAll(handler, part.Span));
        var hasNext = _slot.TryTakeNext(_underWay.Number, _time.GetTimestamp(), out var next);

        Assert.Equal((0, 1, true), (allocated, _underWay.Number, hasNext));
        Assert.Equal(
            (Count, Count - 2, new Price(Count)), (next.Number, next.Conflated, next.Quote.Bid));
        Assert.Equal(new TickSlotCounts(Count, 2, Count - 2, 0), _slot.Counts);
    }

    void IVenueQuoteSink.OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt)
    {
        if (_slot.TryOffer(in quote, arrivedAt, out var publish))
            _underWay = publish;
    }

    void IVenueQuoteSink.OnHeartbeat(PairId pair, int source, long arrivedAt)
    {
    }

    void IVenueQuoteSink.OnHealth(PairId pair, int source, SourceHealth health)
    {
    }

    private FrameHandler Handler()
    {
        var protocol = new BinanceProtocol(withTrades: false);
        var counters = new FeedCounters();
        var followed = new FollowedInstruments(protocol.MaxSymbols);
        followed.Add(Instruments.Btc);
        var listener = new VenueListener(
            protocol.Venue, this, tap: null, counters, _time, NullLogger.Instance);
        var board = new SymbolBoard(
            new BinanceFeedOptions(), protocol, followed, counters, listener, _time);
        board.OnOpened();
        return new FrameHandler(
            0, protocol, new SubscriptionPlan(protocol, _time), board, counters,
            NullLogger.Instance);
    }

    private void HandleAll(FrameHandler handler, ReadOnlySpan<byte[]> frames)
    {
        foreach (var frame in frames)
            handler.Handle(frame, _time.GetTimestamp());
    }
}
