using MarketMaker.Feeds;

namespace MarketMaker.Grains.Feeds;

/// <summary>Where this silo's reference prices come from.</summary>
/// <param name="Venues">Makes the feed of each venue, which tells its quotes to the sink.</param>
/// <param name="Source">What people are told of it; says so when the prices are simulated.</param>
public sealed record ReferenceFeedOptions(
    IReadOnlyList<Func<IVenueQuoteSink, IVenueFeed>> Venues, string Source);
