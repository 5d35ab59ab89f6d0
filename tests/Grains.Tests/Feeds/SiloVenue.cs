using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Grains.Tests.Feeds;

/// <summary>The venue of one silo alone: what is subscribed to there, that silo wants.</summary>
internal sealed record SiloVenue(SimulatedVenue Venue);
