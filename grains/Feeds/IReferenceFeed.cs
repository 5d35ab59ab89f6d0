using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Grains.Feeds;

/// <summary>This silo's source of reference prices: it publishes them for the pairs whose makers
/// live here, and follows them when they move.</summary>
public interface IReferenceFeed
{
    /// <summary>Where the prices come from, for people; says so when they are simulated.</summary>
    string Source { get; }

    /// <summary>Publishes a pair's prices from now on; the ticks of each source are numbered from 1
    /// again.</summary>
    /// <exception cref="InvalidOperationException">A source is of a venue that this silo does not
    /// connect to.</exception>
    void Follow(PairListing listing);

    /// <summary>Publishes a pair's prices no longer.</summary>
    void Unfollow(PairId pair);

    /// <summary>The maker is done with a tick: the newest one of its source that waits may follow.
    /// </summary>
    void Handled(PairId pair, int source, long number);
}
