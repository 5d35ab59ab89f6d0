using MarketMaker.Engine.Units;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Binance;

/// <summary>Follows the best bid and offer of Binance's spot pairs over one WebSocket, and keeps
/// that connection alive.</summary>
/// <remarks>
/// Per pair two streams are taken: <c>@bookTicker</c> for the quotes, and <c>@depth@100ms</c> as
/// the heartbeat that the former lacks. All members are thread safe; <see cref="RunAsync"/> runs
/// once. Source: Binance, web-socket-streams.
/// </remarks>
public sealed class BinanceFeed : IVenueFeed
{
    private readonly BinanceFeedOptions _options;
    private readonly IVenueQuoteSink _sink;
    private readonly TimeProvider _time;
    private readonly ILogger<BinanceFeed> _logger;
    private readonly FollowedInstruments _followed = new();
    private readonly FeedCounters _counters = new();
    private readonly Backoff _backoff = new(new Random());

    /// <summary>Prepares a feed that follows nothing and is not connected.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public BinanceFeed(
        BinanceFeedOptions options,
        IVenueQuoteSink sink,
        TimeProvider time,
        ILogger<BinanceFeed> logger)
    {
        options.Validate();
        _options = options;
        _sink = sink;
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc/>
    public string Venue => "binance";

    /// <inheritdoc/>
    public FeedStatistics Statistics => _counters.Snapshot(_followed.Current.Count, _time);

    /// <inheritdoc/>
    public void Follow(Instrument instrument) => _followed.Add(instrument);

    /// <inheritdoc/>
    public bool Unfollow(PairId pair, int source) => _followed.Remove(pair, source);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var lived = await RunLineAsync(cancel);
                await Task.Delay(_backoff.Next(lived), _time, cancel);
            }
            catch (Exception) when (cancel.IsCancellationRequested)
            {
                _logger.LogInformation("Binance feed stopped");
            }
        }
    }

    /// <summary>Opens a connection and runs it to its end.</summary>
    /// <returns>How long it was open; zero if it did not open.</returns>
    private async Task<TimeSpan> RunLineAsync(CancellationToken cancel)
    {
        var plan = new SubscriptionPlan(_time);
        var handler = new FrameHandler(_followed, plan, _sink, _counters, _time, _logger);
        using var line = new BinanceLine(_options, _followed, plan, handler, _time);
        if (!await TryOpenAsync(line, cancel))
            return TimeSpan.Zero;
        var openedAt = _time.GetTimestamp();
        Interlocked.Increment(ref _counters.Connects);
        Interlocked.Increment(ref _counters.OpenLines);
        _logger.LogInformation("Connected to {Url}", _options.Url);
        try
        {
            NoteEnd(await line.RunAsync(cancel), error: null);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // A defect of ours must not silence the venue: it is logged, and the feed goes on.
            NoteEnd(error.Message, error);
        }
        finally
        {
            Interlocked.Decrement(ref _counters.OpenLines);
        }
        return _time.GetElapsedTime(openedAt);
    }

    private async Task<bool> TryOpenAsync(BinanceLine line, CancellationToken cancel)
    {
        try
        {
            await line.OpenAsync(cancel);
            return true;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // 429 and 418 say that we come too often; insisting turns a pause into a ban.
            if (line.HttpStatus is 418 or 429)
                _backoff.Penalise();
            var status = line.HttpStatus == 0 ? "" : $" (HTTP {line.HttpStatus})";
            NoteEnd($"could not connect{status}: {error.Message}", error: null);
            return false;
        }
    }

    private void NoteEnd(string reason, Exception? error)
    {
        Volatile.Write(ref _counters.LastError, reason);
        _logger.LogWarning(error, "Line to {Url} ended: {Reason}", _options.Url, reason);
    }
}
