using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Shadow;

/// <summary>Something that a feed said before it is known what customers did until then.</summary>
/// <param name="Feed">The number of the pair's feed.</param>
/// <param name="Quote">The quote; null when it spoke of its health.</param>
/// <param name="Health">How the feed is; null when it brought a quote.</param>
/// <param name="HeardAt">When the venue's frame arrived.</param>
/// <param name="Now">When the maker got it.</param>
internal readonly record struct WaitingWord(
    int Feed, VenueQuote? Quote, SourceHealth? Health, Instant HeardAt, Instant Now);
