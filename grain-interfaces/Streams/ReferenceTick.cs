using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Streams;

/// <summary>A venue's best bid and offer on its way to the pair's maker.</summary>
/// <param name="Number">1 and up within the source and the silo's feed.</param>
/// <param name="Conflated">How many newer quotes overwrote one that was waiting since the tick
/// before: number − previous number − 1, or ticks were lost.</param>
/// <param name="Quote">The quote; not tradable if none has come.</param>
/// <param name="ArrivedAt">The publishing silo's monotonic clock when the venue's frame was
/// complete, in <see cref="TimeProvider"/> units: the start of the measured latency.</param>
/// <param name="HeardAt">The same moment on the wall clock, for other silos.</param>
/// <param name="Silo">The publishing silo, whose clock <paramref name="ArrivedAt"/> is.</param>
[GenerateSerializer, Immutable, Alias("ReferenceTick")]
public sealed record ReferenceTick(
    [property: Id(0)] long Number,
    [property: Id(1)] long Conflated,
    [property: Id(2)] VenueQuote Quote,
    [property: Id(3)] long ArrivedAt,
    [property: Id(4)] Instant HeardAt,
    [property: Id(5)] SiloAddress Silo)
{
    /// <summary>Which source of the pair: the number of <c>PairListing.Feeds</c>.</summary>
    [Id(6)]
    public int Source { get; init; }

    /// <summary>What the adapter says of the source.</summary>
    [Id(7)]
    public SourceHealth Health { get; init; }

    /// <summary>Whether the health alone is new.</summary>
    [Id(8)]
    public bool IsHealthAlone { get; init; }
}
