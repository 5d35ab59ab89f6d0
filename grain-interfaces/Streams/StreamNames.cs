using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Streams;

/// <summary>The names of the streams, each keyed by pair.</summary>
public static class StreamNames
{
    /// <summary>The provider: queues that each silo alone fills and pulls.</summary>
    public const string Provider = "silo-local";

    /// <summary>Carries <see cref="ReferenceTick"/>: the venue's best bid and offer.</summary>
    public const string ReferencePrices = "reference-prices";

    /// <summary>Carries <see cref="FillBell"/>: there is something new in the engine's numbered
    /// log.</summary>
    public const string Fills = "fills";

    /// <summary>The reference-price stream of a pair.</summary>
    public static StreamId ReferencePricesOf(PairId pair) =>
        StreamId.Create(ReferencePrices, pair.ToString());

    /// <summary>The fills stream of a pair.</summary>
    public static StreamId FillsOf(PairId pair) => StreamId.Create(Fills, pair.ToString());
}
