using MarketMaker.Feeds.Conflation;
using MarketMaker.GrainInterfaces.Streams;
using Orleans.Streams;

namespace MarketMaker.Grains.Feeds;

/// <summary>A pair that a silo's feed publishes.</summary>
internal sealed record FollowedPair(TickSlot Slot, IAsyncStream<ReferenceTick> Stream);
