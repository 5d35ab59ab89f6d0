using MarketMaker.Engine.Quotes;
using MarketMaker.Feeds.Simulated;
using MarketMaker.Grains.Feeds;
using MarketMaker.Grains.Telemetry;

namespace MarketMaker.Silo.Replay;

/// <summary>What came of a replay; its members are the JSON's keys.</summary>
internal sealed record ReplaySummary(
    long FramesRead,
    long MalformedFrames,
    long TicksDelivered,
    long TicksConflated,
    long MissedTicks,
    long Requotes,
    LadderChange Orders,
    long CrossedBooks,
    long SelfTrades,
    LatencySummary LatencyUs,
    IReadOnlyList<PairSummary> Pairs)
{
    public static ReplaySummary Of(
        TapeReport tape,
        ReferenceFeed feed,
        QuoteLatency latency,
        IReadOnlyList<PairOutcome> pairs) =>
        new(
            tape.Frames + tape.MalformedLines,
            tape.MalformedLines + feed.Statistics("binance").Malformed,
            pairs.Sum(pair => pair.Maker.Ticks),
            pairs.Sum(pair => pair.Maker.ConflatedTicks),
            pairs.Sum(pair => pair.MissedTicks),
            pairs.Sum(pair => pair.Maker.Requotes),
            new LadderChange(
                pairs.Sum(pair => pair.Maker.Changes.Kept),
                pairs.Sum(pair => pair.Maker.Changes.Amended),
                pairs.Sum(pair => pair.Maker.Changes.Placed),
                pairs.Sum(pair => pair.Maker.Changes.Cancelled)),
            pairs.Sum(pair => pair.Market.Crossings),
            pairs.Sum(pair => pair.Market.SelfTrades),
            LatencySummary.Of(latency),
            [.. pairs.Select(pair => PairSummary.Of(pair.Listing, pair.Maker, pair.Market))]);
}
