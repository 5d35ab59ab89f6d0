using MarketMaker.Engine.Units;
using MarketMaker.Feeds;
using MarketMaker.Feeds.Binance;
using Microsoft.Extensions.Logging;

namespace MarketMaker.BinanceNet;

/// <summary>Follows the best bid and offer of Binance's spot pairs through the library Binance.Net.
/// </summary>
/// <remarks>
/// The library never notices a mute stream unless it is told to, calls a refused subscription a
/// success, drops the connection when a handler throws and passes over the venue's announcement of
/// a shutdown. So its watchdog is set, a symbol without a first price is asked for anew, handlers
/// let nothing escape, and two clients of different ages bring the same prices, told apart by their
/// update ids: what ends one leaves no gap. The library hands over no frames and has no heartbeat
/// here: nothing can be recorded, and a price that stands still counts as silent.
/// </remarks>
public sealed class BinanceNetFeed : IVenueFeed
{
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(250);

    private readonly BinanceFeedOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<BinanceNetFeed> _logger;
    private readonly PriceBoard _board;
    private readonly List<BinanceNetLine> _lines = [];
    private long _connects;
    private long _successions;

    /// <summary>Prepares a feed that follows nothing and is not connected.</summary>
    /// <param name="options">How it works: address, lines, time-outs and ages are used.</param>
    /// <param name="sink">Who is told.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public BinanceNetFeed(
        BinanceFeedOptions options,
        IVenueQuoteSink sink,
        TimeProvider time,
        ILogger<BinanceNetFeed> logger)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _board = new PriceBoard(options, sink, time, logger);
    }

    /// <inheritdoc/>
    public string Venue => BinanceFeed.Name;

    /// <inheritdoc/>
    public FeedStatistics Statistics => _board.Snapshot(
        Interlocked.Read(ref _connects), Interlocked.Read(ref _successions));

    /// <inheritdoc/>
    public void Follow(Instrument instrument) => _board.Follow(instrument);

    /// <inheritdoc/>
    public bool Unfollow(PairId pair, int source) => _board.Unfollow(pair, source);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(_step, _time);
        try
        {
            do
                await StepAsync(cancel);
            while (await timer.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            _logger.LogInformation("Binance feed stopped");
        }
        finally
        {
            _lines.ForEach(line => line.Dispose());
        }
    }

    private async Task StepAsync(CancellationToken cancel)
    {
        try
        {
            if (_board.TakeSickness())
                _lines.ForEach(line => line.Retire());
            OpenLines();
            foreach (var line in _lines)
                await line.KeepSubscribedAsync(_board.Symbols, cancel);
            RetireLines();
            _board.Check(_lines.Any(line => line.IsConnected));
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // A defect of ours must not silence the venue: it is logged, and the feed goes on.
            _logger.LogError(error, "The Binance feed failed; it goes on");
        }
    }

    /// <summary>Each line that is old, or whose prices are crossed, gets a successor before it
    /// goes.</summary>
    private void OpenLines()
    {
        while (_lines.Count(line => !line.IsLeaving) < _options.Lines)
        {
            // The first lines are not of one age, so that they do not become old together.
            var spread = _connects < _options.Lines
                ? _options.MaxConnectionAge * _connects / (2 * _options.Lines)
                : TimeSpan.Zero;
            _lines.Add(new BinanceNetLine(
                _options, _board, _options.MaxConnectionAge - spread, _time, _logger));
            Interlocked.Increment(ref _connects);
        }
    }

    private void RetireLines()
    {
        foreach (var line in _lines.Where(line => line.IsOver).ToList())
        {
            _lines.Remove(line);
            line.Dispose();
            Interlocked.Increment(ref _successions);
        }
    }
}
