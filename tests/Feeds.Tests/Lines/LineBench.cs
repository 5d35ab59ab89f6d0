using System.Text;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;
using MarketMaker.Feeds.Okx;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Lines;

/// <summary>Two lines of a venue without sockets: frames go in, and what the sink is told comes out
/// as text. Time passes when the test says so.</summary>
internal sealed class LineBench : IVenueQuoteSink, IFrameTap
{
    private readonly FrameHandler[] _handlers;

    private LineBench(VenueFeedOptions options, IVenueProtocol protocol)
    {
        Followed = new FollowedInstruments(protocol.MaxSymbols);
        Plan = new SubscriptionPlan(protocol, Time);
        var listener = new VenueListener(
            protocol.Venue, this, this, Counters, Time, NullLogger.Instance);
        Board = new SymbolBoard(options, protocol, Followed, Counters, listener, Time);
        _handlers =
        [
            .. Enumerable.Range(0, 2).Select(line => new FrameHandler(
                line, protocol, Plan, Board, Counters, NullLogger.Instance)),
        ];
        Board.OnOpened();
    }

    public FakeTimeProvider Time { get; } = new();

    public FollowedInstruments Followed { get; }

    public FeedCounters Counters { get; } = new();

    public SubscriptionPlan Plan { get; }

    public SymbolBoard Board { get; }

    /// <summary>What the sink was told, in order.</summary>
    public List<string> Told { get; } = [];

    /// <summary>What the recorder would write, repeats left out.</summary>
    public List<string> Tape { get; } = [];

    public static LineBench OfBinance() =>
        new(new BinanceFeedOptions(), new BinanceProtocol(withTrades: false));

    public static LineBench OfOkx(string? beacon = null) =>
        new(new OkxFeedOptions(), new OkxProtocol(beacon, withTrades: false));

    /// <summary>A line hears a frame.</summary>
    public string? Hear(string frame, int line = 0) =>
        _handlers[line].Handle(Encoding.UTF8.GetBytes(frame), Time.GetTimestamp());

    /// <summary>Time passes, and every symbol is looked at.</summary>
    public void Pass(TimeSpan span)
    {
        Time.Advance(span);
        Board.Sweep();
    }

    public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt) =>
        Told.Add($"{pair}/{source} {quote.Bid.Ticks}-{quote.Ask.Ticks}");

    public void OnHeartbeat(PairId pair, int source, long arrivedAt) =>
        Told.Add($"{pair}/{source} stands");

    public void OnHealth(PairId pair, int source, SourceHealth health) =>
        Told.Add($"{pair}/{source} {health.Reason}"
            + (health.IsOk || health.Lag is not { } lag ? "" : $" {lag.TotalMilliseconds} ms"));

    public void OnFrame(
        string venue, ReadOnlySpan<byte> symbol, long arrivedAt, bool isRepeat,
        ReadOnlySpan<byte> frame)
    {
        if (!isRepeat)
            Tape.Add(Encoding.UTF8.GetString(frame));
    }
}
