using Binance.Net;
using Binance.Net.Clients;
using MarketMaker.Feeds.Binance;
using Microsoft.Extensions.Logging;

namespace MarketMaker.BinanceNet;

/// <summary>A client of the library, with the connections that it keeps. Used by one task at a
/// time, but for the handlers.</summary>
internal sealed class BinanceNetLine : IDisposable
{
    private readonly BinanceFeedOptions _options;
    private readonly PriceBoard _board;
    private TimeSpan _maxAge;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly BinanceSocketClient _client;
    private readonly Dictionary<string, LineSubscription> _subscriptions = [];
    private readonly long _openedAt;

    /// <summary>Makes a client; it connects with the first symbol.</summary>
    public BinanceNetLine(
        BinanceFeedOptions options,
        PriceBoard board,
        TimeSpan maxAge,
        TimeProvider time,
        ILogger logger)
    {
        _options = options;
        _board = board;
        _maxAge = maxAge;
        _time = time;
        _logger = logger;
        _openedAt = time.GetTimestamp();
        _client = new BinanceSocketClient(settings =>
        {
            settings.Environment = EnvironmentOf(options.Url);
            settings.SocketNoDataTimeout = options.NoDataTimeout;
            settings.ReconnectInterval = ReconnectIntervalOf(options);
        });
    }

    /// <summary>Whether a subscription of it is connected.</summary>
    public bool IsConnected => _subscriptions.Values.Any(x => x.IsConnected);

    /// <summary>Whether a successor is to be opened.</summary>
    public bool IsLeaving => _time.GetElapsedTime(_openedAt) >= _maxAge;

    /// <summary>Whether the successor has had its time.</summary>
    public bool IsOver =>
        _time.GetElapsedTime(_openedAt) >= _maxAge + _options.SuccessionPatience;

    /// <summary>Makes room for a successor now.</summary>
    public void Retire()
    {
        var age = _time.GetElapsedTime(_openedAt);
        _maxAge = age < _maxAge ? age : _maxAge;
    }

    /// <summary>Subscribes what is wanted and lets go of what is not. A symbol that brought no
    /// first price in time is asked for anew: the library calls a refusal a success.</summary>
    public async Task KeepSubscribedAsync(
        IReadOnlyCollection<string> wanted, CancellationToken cancel)
    {
        foreach (var (symbol, subscription) in _subscriptions.ToList())
        {
            if (!wanted.Contains(symbol) || subscription.IsFruitless)
                Drop(symbol);
        }
        var missing = wanted.Where(symbol => !_subscriptions.ContainsKey(symbol)).ToList();
        // Each for itself, so that a bad one harms no other.
        await Task.WhenAll(missing.Select(symbol => SubscribeAsync(symbol, cancel)));
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions.Values)
            subscription.Dispose();
        _client.Dispose();
    }

    private async Task SubscribeAsync(string symbol, CancellationToken cancel)
    {
        var subscription = new LineSubscription(_options.FirstTickDeadline, _time);
        _subscriptions.Add(symbol, subscription);
        var answer = await _client.SpotApi.ExchangeData.SubscribeToBookTickerUpdatesAsync(
            [symbol],
            update =>
            {
                try
                {
                    var price = update.Data;
                    subscription.Note();
                    _board.OnPrice(
                        symbol, price.UpdateId, price.BestBidPrice, price.BestBidQuantity,
                        price.BestAskPrice, price.BestAskQuantity);
                }
                catch (Exception error)
                {
                    // The library drops the connection when a handler throws.
                    _board.OnHandlerError(symbol, error);
                }
            },
            subscription.Cancellation);
        cancel.ThrowIfCancellationRequested();
        if (!answer.Success)
        {
            _logger.LogWarning("Binance refused {Symbol}: {Error}", symbol, answer.Error);
            _board.OnRefusal(symbol);
            subscription.Refuse();
            return;
        }
        subscription.SetConnected(true);
        answer.Data.ConnectionLost += () => subscription.SetConnected(false);
        answer.Data.ConnectionRestored += _ =>
        {
            subscription.SetConnected(true);
            _board.OnReconnect();
        };
    }

    /// <summary>Lost connections are opened again so far apart that all lines together stay within
    /// the allowed attempts: the library counts none.</summary>
    private static TimeSpan ReconnectIntervalOf(BinanceFeedOptions options) =>
        options.AttemptWindow * options.Lines / options.Attempts;

    private void Drop(string symbol)
    {
        _subscriptions.Remove(symbol, out var subscription);
        subscription!.Dispose();
    }

    /// <summary>Spot's addresses. How many of other markets follow differs between the library's
    /// versions; all of them may be missing.</summary>
    private static BinanceEnvironment EnvironmentOf(Uri url)
    {
        var address = url.ToString().TrimEnd('/');
        var create = typeof(BinanceEnvironment).GetMethod(nameof(BinanceEnvironment.CreateCustom))!;
        var arguments = new object?[create.GetParameters().Length];
        arguments[0] = "market-maker";
        // Nothing is asked over HTTP or sent as an order: the streams' address stands for all.
        arguments[1] = address.Replace("ws", "http", StringComparison.Ordinal);
        arguments[2] = address;
        arguments[3] = address;
        return (BinanceEnvironment)create.Invoke(obj: null, arguments)!;
    }
}
