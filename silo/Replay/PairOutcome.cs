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

    /// <summary>Waits until every tick that was published has been handled, then reads the
    /// counters.</summary>
    public static async Task<PairOutcome> Collect(
        IGrainFactory grains, ReferenceFeed feed, PairListing listing, TimeSpan patience)
    {
        var key = listing.Spec.Id.ToString();
        var maker = grains.GetGrain<IPairMakerGrain>(key);
        var statistics = await maker.GetStatistics();
        var counts = feed.Counts(listing.Spec.Id);
        for (var waited = TimeSpan.Zero; waited < patience; waited += _lookInterval)
        {
            if (counts.Waiting == 0 && statistics.Ticks == counts.Published)
                break;
            await Task.Delay(_lookInterval);
            statistics = await maker.GetStatistics();
            counts = feed.Counts(listing.Spec.Id);
        }
        return new PairOutcome(
            listing,
            statistics,
            await grains.GetGrain<IMatchingEngineGrain>(key).GetStatistics(),
            statistics.MissedTicks + counts.Published - statistics.Ticks);
    }
}
