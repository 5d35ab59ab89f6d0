using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What the engine has measured on a pair.</summary>
/// <param name="LastFill">The number of the last trade.</param>
/// <param name="RestingOrders">How many orders rest.</param>
/// <param name="Volume">Base asset traded in 24 hours.</param>
/// <param name="Turnover">Quote asset traded in 24 hours.</param>
/// <param name="VenueFees">What the venue has earned.</param>
/// <param name="Crossings">How often a best bid was seen at or above a best ask: 0.</param>
/// <param name="SelfTrades">How often an account traded with itself: 0.</param>
/// <param name="Obligations">How the maker has met its obligations since the silo's start; null
/// before its first ladder.</param>
[GenerateSerializer, Immutable, Alias("MarketStatistics")]
public sealed record MarketStatistics(
    [property: Id(0)] long LastFill,
    [property: Id(2)] int RestingOrders,
    [property: Id(3)] Quantity Volume,
    [property: Id(4)] Notional Turnover,
    [property: Id(5)] Notional VenueFees,
    [property: Id(6)] long Crossings,
    [property: Id(7)] long SelfTrades,
    [property: Id(8)] ObligationsReport? Obligations);
