using MarketMaker.Engine.Quotes;
using MarketMaker.Feeds.Simulated;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
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
    private static readonly TimeSpan _lookInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until every tick that was published has been handled, then reads the
    /// counters.</summary>
    public static async Task<ReplaySummary> Collect(
        IServiceProvider services,
        IReadOnlyList<PairListing> pairs,
        TapeReport tape,
        TimeSpan patience)
    {
        var grains = services.GetRequiredService<IGrainFactory>();
        var feed = services.GetRequiredService<ReferenceFeed>();
        var latency = services.GetRequiredService<QuoteLatency>();
        var summaries = new List<PairSummary>();
        foreach (var pair in pairs)
        {
            await Settle(grains, feed, pair, patience);
            summaries.Add(await PairSummary.Collect(grains, feed, pair));
        }
        return new ReplaySummary(
            tape.Frames + tape.MalformedLines,
            tape.MalformedLines + feed.Statistics.Malformed,
            summaries.Sum(pair => pair.Ticks),
            summaries.Sum(pair => pair.Statistics.ConflatedTicks),
            summaries.Sum(pair => pair.MissedTicks),
            summaries.Sum(pair => pair.Requotes),
            new LadderChange(
                summaries.Sum(pair => pair.Statistics.Changes.Kept),
                summaries.Sum(pair => pair.Statistics.Changes.Amended),
                summaries.Sum(pair => pair.Statistics.Changes.Placed),
                summaries.Sum(pair => pair.Statistics.Changes.Cancelled)),
            summaries.Sum(pair => pair.Market.Crossings),
            summaries.Sum(pair => pair.Market.SelfTrades),
            LatencySummary.Of(latency),
            summaries);
    }

    private static async Task Settle(
        IGrainFactory grains, ReferenceFeed feed, PairListing pair, TimeSpan patience)
    {
        var maker = grains.GetGrain<IPairMakerGrain>(pair.Spec.Id.ToString());
        for (var waited = TimeSpan.Zero; waited < patience; waited += _lookInterval)
        {
            var counts = feed.Counts(pair.Spec.Id);
            if (counts.Waiting == 0 && (await maker.GetStatistics()).Ticks == counts.Published)
                return;
            await Task.Delay(_lookInterval);
        }
    }
}
