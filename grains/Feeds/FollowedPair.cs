using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.Feeds;
using MarketMaker.Feeds.Conflation;
using MarketMaker.GrainInterfaces.Streams;
using Orleans.Streams;

namespace MarketMaker.Grains.Feeds;

/// <summary>A pair that a silo's feed publishes.</summary>
/// <param name="Feeds">What it follows, by number.</param>
/// <param name="Sources">Whom it is followed with, by number.</param>
/// <param name="Slots">Where the ticks of each source wait, by number.</param>
/// <param name="Stream">Where they go.</param>
internal sealed record FollowedPair(
    IReadOnlyList<PairFeed> Feeds,
    IVenueFeed[] Sources, TickSlot[] Slots, IAsyncStream<ReferenceTick> Stream)
{
    /// <summary>What became of the quotes of all sources.</summary>
    public TickSlotCounts Counts
    {
        get
        {
            var counts = default(TickSlotCounts);
            foreach (var slot in Slots)
                counts += slot.Counts;
            return counts;
        }
    }
}
