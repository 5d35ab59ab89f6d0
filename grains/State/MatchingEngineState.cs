using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;

namespace MarketMaker.Grains.State;

/// <summary>What a market keeps. Replaced as a whole, never changed in place: it may be on its way
/// to the disk.</summary>
[GenerateSerializer, Immutable, Alias("MatchingEngineState")]
public sealed record MatchingEngineState
{
    /// <summary>Balances, numbers and customers' orders; null before the first write.</summary>
    [Id(0)]
    public EngineSnapshot? Snapshot { get; init; }

    /// <summary>The end of the trade log.</summary>
    [Id(1)]
    public Fill[] Fills { get; init; } = [];

    /// <summary>The volume of the last day.</summary>
    [Id(2)]
    public VolumeBucket[] Volume { get; init; } = [];
}
