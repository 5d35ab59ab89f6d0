using System.Text;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Conflation;
using MarketMaker.Feeds.Lines;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Bench.Feeds.Stalling;

/// <summary>Frames of one symbol at a pace, through the adapter's reading into the slot before a
/// consumer that takes the first and then stalls.</summary>
/// <remarks>The consumer never acknowledges, and the slot's own patience with it is over in 250 ms:
/// so time stands still for the slot, as if the stall were shorter.</remarks>
internal sealed class StalledRun : IVenueQuoteSink
{
    private const int FramesPerStep = 15;

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly TickSlot _slot = new(TimeProvider.System);
    private readonly PairSpec _spec = new(
        PairId.Parse("BTC-USDT"), 0.01m, 0.00001m, new Price(100_000_000),
        new Quantity(1_000_000_000));

    private readonly FrameHandler _handler;
    private NumberedQuote _underWay;
    private long _offered;

    public StalledRun()
    {
        var options = new BinanceFeedOptions();
        var protocol = new BinanceProtocol(withTrades: false);
        var counters = new FeedCounters();
        var followed = new FollowedInstruments(protocol.MaxSymbols);
        followed.Add(new Instrument(_spec, "BTCUSDT"));
        var listener = new VenueListener(
            protocol.Venue, this, tap: null, counters, _time, NullLogger.Instance);
        var board = new SymbolBoard(options, protocol, followed, counters, listener, _time);
        board.OnOpened();
        _handler = new FrameHandler(
            0, protocol, new SubscriptionPlan(protocol, _time), board, counters,
            NullLogger.Instance);
    }

    /// <summary>Runs it.</summary>
    /// <param name="frames">How many frames come; 2 or more.</param>
    /// <param name="perSecond">How fast; 0 for as fast as they are read.</param>
    /// <param name="cancel">Ends the run.</param>
    public async Task<StallResult> RunAsync(int frames, int perSecond, CancellationToken cancel)
    {
        var buffer = new byte[256];
        _handler.Handle(Frame(buffer, 1), _time.GetTimestamp());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var startedAt = _time.GetTimestamp();
        for (var id = 2; id <= frames; id++)
        {
            if (perSecond > 0 && id % FramesPerStep == 0)
            {
                var early = TimeSpan.FromSeconds((double)id / perSecond)
                    - _time.GetElapsedTime(startedAt);
                if (early > TimeSpan.Zero)
                    await Task.Delay(early, _time, cancel);
            }
            _handler.Handle(Frame(buffer, id), _time.GetTimestamp());
        }
        var took = _time.GetElapsedTime(startedAt);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        var hasNext = _slot.TryTakeNext(_underWay.Number, 0, out var newest);
        return new(
            frames,
            Math.Round((frames - 1) / took.TotalSeconds),
            _offered,
            _slot.Counts.Conflated,
            _slot.Counts.Conflated == frames - 2 && newest.Conflated == frames - 2,
            hasNext && newest.Number == frames && newest.Quote.Bid.Ticks == frames,
            growth);
    }

    public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt)
    {
        _offered++;
        if (_slot.TryOffer(in quote, 0, out var publish))
            _underWay = publish;
    }

    public void OnHeartbeat(PairId pair, int source, long arrivedAt)
    {
    }

    public void OnHealth(PairId pair, int source, SourceHealth health)
    {
    }

    /// <summary>A frame whose bid is as many ticks as its number.</summary>
    private static ReadOnlySpan<byte> Frame(byte[] buffer, int id)
    {
        var bid = id * 0.01m;
        Encoding.UTF8.TryGetBytes(
            $$"""{"u":{{id}},"s":"BTCUSDT","b":"{{bid}}","B":"1","a":"{{bid + 1}}","A":"1"}""",
            buffer, out var length);
        return buffer.AsSpan(0, length);
    }
}
