using MarketMaker.Feeds.Conflation;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.Feeds;

namespace MarketMaker.Silo.Replay;

/// <summary>All counters of a pair when its replay is over.</summary>
/// <param name="Listing">The pair.</param>
/// <param name="Maker">What the maker has done.</param>
/// <param name="Market">What the engine has measured.</param>
/// <param name="MissedTicks">How many ticks were lost, on the way or at the end.</param>
internal sealed record PairOutcome(
    PairListing Listing, MakerStatistics Maker, MarketStatistics Market, long MissedTicks)
{
    private static readonly TimeSpan _lookInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>The tape's last frames are on their way through a socket, which tells nobody when
    /// it is empty: nothing new for so long means that it is.</summary>
    private static readonly TimeSpan _quiet = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until every frame has been read and every tick handled, then reads the
    /// counters.</summary>
    public static async Task<PairOutcome> Collect(
        IGrainFactory grains, ReferenceFeed feed, PairListing listing, TimeSpan patience)
    {
        var key = listing.Spec.Id.ToString();
        var maker = grains.GetGrain<IPairMakerGrain>(key);
        var (quiet, frames) = (TimeSpan.Zero, 0L);
        MakerStatistics statistics;
        TickSlotCounts counts;
        do
        {
            await Task.Delay(_lookInterval);
            patience -= _lookInterval;
            var before = frames;
            frames = feed.Statistics("binance").Frames;
            counts = feed.Counts(listing.Spec.Id);
            statistics = await maker.GetStatistics();
            var isIdle = frames == before && counts.Waiting == 0
                && statistics.Ticks == counts.Published;
            quiet = isIdle ? quiet + _lookInterval : TimeSpan.Zero;
        }
        while (quiet < _quiet && patience > TimeSpan.Zero);
        return new PairOutcome(
            listing,
            statistics,
            await grains.GetGrain<IMatchingEngineGrain>(key).GetStatistics(),
            statistics.MissedTicks + counts.Published - statistics.Ticks);
    }
}
