using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Lines;

/// <summary>What all lines of a feed share.</summary>
internal sealed record LineParts(
    VenueFeedOptions Options,
    IVenueProtocol Protocol,
    SymbolBoard Board,
    FeedCounters Counters,
    RateLimit Attempts,
    TimeProvider Time,
    ILogger Logger);
