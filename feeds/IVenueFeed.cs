using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds;

/// <summary>Follows the best prices of one venue, and keeps its connections alive.</summary>
/// <remarks>All members are thread safe; <see cref="RunAsync"/> runs once.</remarks>
public interface IVenueFeed
{
    /// <summary>The venue, as settings and sources name it, such as <c>binance</c>.</summary>
    string Venue { get; }

    /// <summary>What the feed has seen so far.</summary>
    FeedStatistics Statistics { get; }

    /// <summary>Follows a source of a pair from now on, on every connection. One of the same pair
    /// and number is replaced. Several pairs may follow the same symbol.</summary>
    /// <exception cref="ArgumentException">The pair's tick or lot is finer than 8 decimals, or the
    /// venue has no symbols of that form.</exception>
    /// <exception cref="InvalidOperationException">Too many instruments are followed.</exception>
    void Follow(Instrument instrument);

    /// <summary>Follows a source no longer; the sink hears at most one more call of it.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="source">The number of the source within the pair.</param>
    /// <returns>Whether it was followed.</returns>
    bool Unfollow(PairId pair, int source);

    /// <summary>Connects, and reconnects after every end, until cancelled; then returns.</summary>
    Task RunAsync(CancellationToken cancel);
}
