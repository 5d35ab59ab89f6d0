using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds;

/// <summary>Receives what a venue says of its best prices.</summary>
/// <remarks>
/// Called by the loops that read a venue's connections, one call at a time per venue: it must
/// return at once and must not block, or the socket backs up. An exception is logged and counted by
/// the feed, and the connection lives on.
/// </remarks>
public interface IVenueQuoteSink
{
    /// <summary>The best bid and offer changed.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="source">The number of the source within the pair:
    /// <see cref="Instrument.Source"/>.</param>
    /// <param name="quote">The quote; always tradable.</param>
    /// <param name="arrivedAt">When the frame was complete: the feed's
    /// <see cref="TimeProvider.GetTimestamp"/>.</param>
    void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt);

    /// <summary>The venue spoke of the pair without a change of its best price: the last quote
    /// still stands.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="source">The number of the source within the pair.</param>
    /// <param name="arrivedAt">When the frame was complete: the feed's
    /// <see cref="TimeProvider.GetTimestamp"/>.</param>
    void OnHeartbeat(PairId pair, int source, long arrivedAt);

    /// <summary>A source has become another: told once for each change of its reason, before the
    /// quote that proves it well. A source begins as <see cref="SourceReason.Connecting"/>, which
    /// is not told.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="source">The number of the source within the pair.</param>
    /// <param name="health">What is the matter, or that nothing is.</param>
    void OnHealth(PairId pair, int source, SourceHealth health);
}
