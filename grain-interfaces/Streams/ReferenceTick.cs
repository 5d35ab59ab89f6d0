using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Streams;

/// <summary>A venue's best bid and offer on its way to the pair's maker.</summary>
/// <param name="Number">1 and up within the pair and the silo's feed.</param>
/// <param name="Conflated">How many newer quotes overwrote one that was waiting since the tick
/// before: number − previous number − 1, or ticks were lost.</param>
/// <param name="Quote">The quote.</param>
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
    [property: Id(5)] SiloAddress Silo);
