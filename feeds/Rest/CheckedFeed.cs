using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Okx;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Rest;

/// <summary>A venue's feed whose sources are checked against the venue's REST answers: whether they
/// are listed and trade, and whether the price is the same.</summary>
public sealed class CheckedFeed : IVenueFeed
{
    private readonly IVenueFeed _feed;
    private readonly RestCheck _check;

    /// <summary>Puts a check beside a feed.</summary>
    /// <param name="options">How it checks.</param>
    /// <param name="sink">Who is told of quotes, and of the health of both together.</param>
    /// <param name="make">Makes the feed, which tells the given sink.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <exception cref="ArgumentException">An option is outside its range, or the venue has no
    /// REST protocol here.</exception>
    public CheckedFeed(
        RestCheckOptions options,
        IVenueQuoteSink sink,
        Func<IVenueQuoteSink, IVenueFeed> make,
        TimeProvider time,
        ILogger<CheckedFeed> logger)
    {
        options.Validate();
        var watch = new SourceWatch(sink);
        _feed = make(watch);
        _check = new RestCheck(
            _feed.Venue, options, ProtocolOf(_feed.Venue), watch, time, logger);
    }

    /// <inheritdoc/>
    public string Venue => _feed.Venue;

    /// <inheritdoc/>
    public FeedStatistics Statistics => _feed.Statistics;

    /// <inheritdoc/>
    public void Follow(Instrument instrument)
    {
        _check.Follow(instrument);
        _feed.Follow(instrument);
    }

    /// <inheritdoc/>
    public bool Unfollow(PairId pair, int source)
    {
        _check.Unfollow(pair, source);
        return _feed.Unfollow(pair, source);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancel) =>
        Task.WhenAll(_feed.RunAsync(cancel), _check.RunAsync(cancel));

    private static IRestProtocol ProtocolOf(string venue) => venue switch
    {
        BinanceFeed.Name => new BinanceRest(),
        OkxFeed.Name => new OkxRest(),
        _ => throw new ArgumentException($"The venue '{venue}' has no REST protocol here."),
    };
}
