using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Shadow;

/// <summary>A reference that was heard before it is known what customers did until then.</summary>
internal readonly record struct WaitingReference(
    int Feed, VenueQuote Quote, Instant HeardAt, Instant Now);
