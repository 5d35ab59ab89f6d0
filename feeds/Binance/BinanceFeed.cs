using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Lines;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Binance;

/// <summary>Follows the best bid and offer of Binance's spot pairs.</summary>
/// <remarks>
/// Per symbol two streams are taken: <c>@bookTicker</c> for the quotes, and <c>@depth@100ms</c> as
/// the heartbeat and the clock that the former lacks. Source: Binance, web-socket-streams.
/// </remarks>
/// <param name="options">How it works.</param>
/// <param name="sink">Who is told.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
/// <param name="tap">Sees every frame; null for nobody.</param>
/// <exception cref="ArgumentException">An option is outside its range.</exception>
public sealed class BinanceFeed(
    BinanceFeedOptions options,
    IVenueQuoteSink sink,
    TimeProvider time,
    ILogger<BinanceFeed> logger,
    IFrameTap? tap = null) : IVenueFeed
{
    /// <summary>The venue's name in settings and sources.</summary>
    public const string Name = "binance";

    private readonly VenueLines _lines =
        new(options, new BinanceProtocol(options.WithTrades), sink, tap, time, logger);

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
