namespace MarketMaker.Bench.Reference.Pol;

/// <summary>What traded at a venue in a second.</summary>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Last">The last price.</param>
/// <param name="LagMs">How late the latest of them was told, in milliseconds.</param>
internal readonly record struct VenueSecond(decimal High, decimal Low, decimal Last, int LagMs);
