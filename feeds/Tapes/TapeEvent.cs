using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Tapes;

/// <summary>An event of one of a tape's pairs.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="What">What was said of it.</param>
public readonly record struct TapeEvent(PairId Pair, VenueEvent What);
