using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What everyone may see of a market at a moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="LastFill">The last trade that the log has.</param>
/// <param name="Depth">The best levels; what rests in them is durable, quotes apart.</param>
[GenerateSerializer, Immutable, Alias("MarketView")]
public sealed record MarketView(
    [property: Id(0)] Instant At,
    [property: Id(1)] long LastFill,
    [property: Id(2)] Depth Depth);
