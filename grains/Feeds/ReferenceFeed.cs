using System.Collections.Concurrent;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds;
using MarketMaker.Feeds.Conflation;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Streams;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Grains.Feeds;

/// <summary>Carries quotes from the venue's socket to the reference-price streams.</summary>
/// <remarks>Each silo connects for the pairs that live on it, so a tick does not cross silos. Of
/// each source of a pair one tick is under way at a time and the newest waits: a slow maker sees
/// fewer prices, never older ones, and a busy source does not keep a quiet one from being heard.
/// </remarks>
public sealed class ReferenceFeed : BackgroundService, IVenueQuoteSink, IReferenceFeed
{
    private static readonly TimeSpan _expiryInterval = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<PairId, FollowedPair> _pairs = new();
    private readonly Dictionary<string, IVenueFeed> _venues;
    private readonly IClusterClient _client;
    private readonly ILocalSiloDetails _silo;
    private readonly TimeProvider _time;
    private readonly ILogger<ReferenceFeed> _logger;

    /// <summary>Prepares a feed that follows nothing.</summary>
    public ReferenceFeed(
        ReferenceFeedOptions options,
        IClusterClient client,
        ILocalSiloDetails silo,
        TimeProvider time,
        ILogger<ReferenceFeed> logger)
    {
        Source = options.Source;
        _client = client;
        _silo = silo;
        _time = time;
        _logger = logger;
        _venues = options.Venues.Select(make => make(this)).ToDictionary(feed => feed.Venue);
    }

    /// <inheritdoc/>
    public string Source { get; }

    /// <summary>What a venue's connections have seen.</summary>
    public FeedStatistics Statistics(string venue) => _venues[venue].Statistics;

    /// <summary>What became of a pair's quotes since it was followed; zeros if it is not.
    /// </summary>
    public TickSlotCounts Counts(PairId pair) =>
        _pairs.TryGetValue(pair, out var followed) ? followed.Counts : default;

    /// <inheritdoc/>
    public void Follow(PairListing listing)
    {
        var pair = listing.Spec.Id;
        var stream = _client.GetStreamProvider(StreamNames.Provider)
            .GetStream<ReferenceTick>(StreamNames.ReferencePricesOf(pair));
        var sources = listing.Feeds.Select(feed => FeedOf(feed.Venue)).ToArray();
        _pairs[pair] = new FollowedPair(
            listing.Feeds, sources, [.. sources.Select(_ => new TickSlot(_time))], stream);
        for (var source = 0; source < sources.Length; source++)
        {
            var feed = listing.Feeds[source];
            sources[source].Follow(new Instrument(feed.Spec, feed.Symbol, source));
        }
    }

    /// <inheritdoc/>
    public void Unfollow(PairId pair)
    {
        if (!_pairs.TryRemove(pair, out var followed))
            return;
        for (var source = 0; source < followed.Sources.Length; source++)
            followed.Sources[source].Unfollow(pair, source);
    }

    /// <inheritdoc/>
    public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt)
    {
        if (_pairs.TryGetValue(pair, out var followed)
            && followed.Slots[source].TryOffer(quote, arrivedAt, out var next))
            Publish(followed, source, next);
    }

    /// <inheritdoc/>
    public void OnHeartbeat(PairId pair, int source, long arrivedAt)
    {
        if (_pairs.TryGetValue(pair, out var followed)
            && followed.Slots[source].TryHeartbeat(arrivedAt, out var next))
            Publish(followed, source, next);
    }

    /// <inheritdoc/>
    public void OnHealth(PairId pair, int source, SourceHealth health)
    {
        if (!_pairs.TryGetValue(pair, out var followed))
            return;
        Log(followed.Feeds[source], pair, health);
        if (followed.Slots[source].TryTell(health, _time.GetTimestamp(), out var next))
            Publish(followed, source, next);
    }

    /// <inheritdoc/>
    public void Handled(PairId pair, int source, long number)
    {
        if (_pairs.TryGetValue(pair, out var followed)
            && followed.Slots[source].TryTakeNext(number, _time.GetTimestamp(), out var next))
            Publish(followed, source, next);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _logger.LogInformation("Reference prices: {Source}", Source);
        return Task.WhenAll(
            _venues.Values.Select(venue => venue.RunAsync(stoppingToken))
                .Append(ExpireAsync(stoppingToken)));
    }

    /// <summary>A maker that died with a tick in its hands must not silence its pair.</summary>
    private async Task ExpireAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(_expiryInterval, _time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            foreach (var followed in _pairs.Values)
                Expire(followed);
        }
    }

    private void Expire(FollowedPair followed)
    {
        for (var source = 0; source < followed.Slots.Length; source++)
        {
            if (followed.Slots[source].TryExpire(_time.GetTimestamp(), out var next))
                Publish(followed, source, next);
        }
    }

    /// <summary>The one place that logs how a source is: here it is known whatever the adapter, and
    /// with what REST says of it.</summary>
    private void Log(PairFeed feed, PairId pair, SourceHealth health) => _logger.Log(
        health.IsOk ? LogLevel.Information
            : health.Reason == SourceReason.Connecting ? LogLevel.Debug
            : LogLevel.Warning,
        "{Feed} for {Pair}: {Reason}, lag {Lag}",
        feed, pair, health.Reason, health.Lag?.ToString() ?? "unknown");

    private IVenueFeed FeedOf(string venue) =>
        _venues.TryGetValue(venue, out var feed)
            ? feed
            : throw new InvalidOperationException($"This silo does not connect to {venue}.");

    private void Publish(FollowedPair pair, int source, in NumberedQuote quote)
    {
        var age = _time.GetElapsedTime(quote.ArrivedAt);
        var tick = new ReferenceTick(
            quote.Number,
            quote.Conflated,
            quote.Quote,
            quote.ArrivedAt,
            Instant.From(_time.GetUtcNow() - age),
            _silo.SiloAddress)
        {
            Source = source,
            Health = quote.Health,
            IsHealthAlone = quote.IsHealthAlone,
        };
        var sent = pair.Stream.OnNextAsync(tick);
        if (!sent.IsCompletedSuccessfully)
            _ = ReportAsync(sent, pair.Stream.StreamId);
    }

    private async Task ReportAsync(Task sent, StreamId stream)
    {
        try
        {
            await sent;
        }
        catch (Exception error)
        {
            // The slot takes the tick for lost after a while and sends a newer one.
            _logger.LogError(error, "Could not publish to {Stream}", stream);
        }
    }
}
