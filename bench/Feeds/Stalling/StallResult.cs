namespace MarketMaker.Bench.Feeds.Stalling;

/// <summary>What came of a consumer that stalls.</summary>
/// <param name="Frames">Frames of one symbol that came while it did.</param>
/// <param name="FramesPerSecond">How fast they came.</param>
/// <param name="Offered">Quotes that reached the place where they wait.</param>
/// <param name="Conflated">Quotes that were overwritten, as counted.</param>
/// <param name="ConflatedExactly">Whether that is every quote but the one that was under way and
/// the one that waited.</param>
/// <param name="UsesNewest">Whether the consumer got the newest price when it came back.</param>
/// <param name="HeapGrowthBytes">What the heap has grown by, garbage left out.</param>
internal sealed record StallResult(
    long Frames,
    double FramesPerSecond,
    long Offered,
    long Conflated,
    bool ConflatedExactly,
    bool UsesNewest,
    long HeapGrowthBytes);
