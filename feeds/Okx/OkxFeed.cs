using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Lines;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Okx;

/// <summary>Follows the best bid and offer of OKX's spot pairs.</summary>
/// <remarks>
/// The channel <c>bbo-tbt</c> tells of changes, and of an idle symbol about once a minute. Between
/// them an unbroken line is the heartbeat: what it brought last still stands, because nothing
/// overtakes on a connection. That a symbol alone is no longer sent shows when it is quiet for
/// much longer than it was of late, at the latest when its repeat is missing. Source: OKX, v5
/// public WebSocket.
/// </remarks>
/// <param name="options">How it works.</param>
/// <param name="sink">Who is told.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
/// <param name="tap">Sees every frame; null for nobody.</param>
/// <exception cref="ArgumentException">An option is outside its range.</exception>
public sealed class OkxFeed(
    OkxFeedOptions options,
    IVenueQuoteSink sink,
    TimeProvider time,
    ILogger<OkxFeed> logger,
    IFrameTap? tap = null) : IVenueFeed
{
    /// <summary>The venue's name in settings and sources.</summary>
    public const string Name = "okx";

    private readonly VenueLines _lines =
        new(
            options, new OkxProtocol(options.Beacon, options.WithTrades), sink, tap, time, logger);

    /// <inheritdoc/>
    public string Venue => Name;

    /// <inheritdoc/>
    public FeedStatistics Statistics => _lines.Statistics;

    /// <inheritdoc/>
    public void Follow(Instrument instrument) => _lines.Follow(instrument);

    /// <inheritdoc/>
    public bool Unfollow(PairId pair, int source) => _lines.Unfollow(pair, source);

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancel) => _lines.RunAsync(cancel);
}
