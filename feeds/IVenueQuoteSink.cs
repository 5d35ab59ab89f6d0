using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds;

/// <summary>Receives what a venue says of its best prices.</summary>
/// <remarks>
/// Called on the connection's reading loop, one call at a time per feed: it must return at once
/// and must not block, or the socket backs up. An exception is logged and counted by the feed, and
/// the connection lives on.
/// </remarks>
public interface IVenueQuoteSink
{
    /// <summary>The best bid and offer changed.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="quote">The quote; always tradable.</param>
    /// <param name="arrivedAt">When the frame was complete: the feed's
    /// <see cref="TimeProvider.GetTimestamp"/>.</param>
    void OnQuote(PairId pair, in VenueQuote quote, long arrivedAt);

    /// <summary>The venue spoke of the pair without a change of its best price: the last quote
    /// still stands.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="arrivedAt">When the frame was complete: the feed's
    /// <see cref="TimeProvider.GetTimestamp"/>.</param>
    void OnHeartbeat(PairId pair, long arrivedAt);
}
