namespace MarketMaker.Feeds.Conflation;

/// <summary>What became of a slot's quotes: <c>Offered = Published + Conflated + Waiting</c>, at
/// any time.</summary>
/// <param name="Offered">Quotes that came in, repeats by heartbeat included.</param>
/// <param name="Published">Quotes that went out to pricing, bad news of a source included.
/// </param>
/// <param name="Conflated">Quotes overwritten by newer ones.</param>
/// <param name="Waiting">Quotes that wait for pricing: 0 or 1 a slot.</param>
public readonly record struct TickSlotCounts(
    long Offered, long Published, long Conflated, long Waiting)
{
    /// <summary>The counts of two slots together.</summary>
    public static TickSlotCounts operator +(TickSlotCounts left, TickSlotCounts right) => new(
        left.Offered + right.Offered,
        left.Published + right.Published,
        left.Conflated + right.Conflated,
        left.Waiting + right.Waiting);
}
