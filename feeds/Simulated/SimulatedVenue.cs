using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Feeds.Simulated;

/// <summary>A WebSocket server on the loopback address that speaks the market data protocols of
/// Binance and OKX: for demonstrations, replays and tests without a network.</summary>
/// <remarks>
/// Serves OKX's <c>/ws/v5/public</c>, and Binance's <c>/stream</c>, with or without
/// <c>?streams=a/b</c>, and <c>/ws/a/b</c>; there SUBSCRIBE, UNSUBSCRIBE and LIST_SUBSCRIPTIONS;
/// five incoming messages a second and 1024 streams a connection; a ping every 20 s that must be
/// answered within a minute. As OKX it closes an idle connection with 4004, and one whose client
/// does not keep up with 4005. Writes to no log but the one given. All members are thread safe.
/// </remarks>
public sealed class SimulatedVenue : IAsyncDisposable
{
    private static readonly TimeSpan _pingInterval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _pongTimeout = TimeSpan.FromMinutes(1);

    private readonly IVenueSource _source;
    private readonly SimulatedVenueOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly VenueAudience _audience = new();
    private readonly VenueFaults _faults = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;
    private Task _sourceRun = Task.CompletedTask;

    /// <summary>Prepares a venue; nothing listens yet.</summary>
    /// <param name="source">Where its frames come from.</param>
    /// <param name="options">Its behaviour; null takes the defaults.</param>
    /// <param name="time">Its clock; null takes the system's.</param>
    /// <param name="logger">Its log; null writes none.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public SimulatedVenue(
        IVenueSource source,
        SimulatedVenueOptions? options = null,
        TimeProvider? time = null,
        ILogger<SimulatedVenue>? logger = null)
    {
        _source = source;
        _options = options ?? new SimulatedVenueOptions();
        _options.Validate();
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<SimulatedVenue>.Instance;
        _app = BuildServer(_options.Port);
        _app.UseWebSockets(new WebSocketOptions
        {
            KeepAliveInterval = _pingInterval,
            KeepAliveTimeout = _pongTimeout,
        });
        _app.Run(HandleAsync);
    }

    /// <summary>The venue's address, such as <c>ws://127.0.0.1:40123</c>; known once started.
    /// </summary>
    /// <exception cref="InvalidOperationException">The venue is not started.</exception>
    public Uri Url => new(
        (_app.Urls.FirstOrDefault()
            ?? throw new InvalidOperationException("The simulated venue is not started."))
        .Replace("http://", "ws://", StringComparison.Ordinal));

    /// <summary>What the venue answers over HTTP, with its faults.</summary>
    public SimulatedRest Rest { get; } = new();

    /// <summary>How many clients are connected.</summary>
    public int ConnectionCount => _audience.Connections.Count();

    /// <summary>The streams that somebody subscribes to now, each once, in order.</summary>
    public IReadOnlyList<string> Subscriptions =>
        [.. _audience.Connections.SelectMany(x => x.Streams.Names).Distinct().Order()];

    /// <summary>Begins to listen, and runs the source.</summary>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        await _app.StartAsync(cancel);
        _sourceRun = RunSourceAsync();
    }

    /// <summary>Cuts all connections and stops; a second call does nothing.</summary>
    public async Task StopAsync(CancellationToken cancel = default)
    {
        await _stopping.CancelAsync();
        await _app.StopAsync(cancel);
        await _sourceRun.WaitAsync(cancel);
    }

    /// <summary>Stops the venue, if it runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    /// <summary>Completes when every stream, such as <c>btcusdt@bookTicker</c>, has a subscriber.
    /// </summary>
    public Task WaitForSubscribersAsync(
        IEnumerable<string> streams, CancellationToken cancel = default) =>
        _audience.WaitForSubscribersAsync([.. streams], cancel);

    /// <summary>Begins a fault. One that happens to the connections of the moment has happened when
    /// this returns; any other lasts until it is ended.</summary>
    public void Begin(Fault fault)
    {
        if (!fault.IsMoment)
        {
            _faults.Begin(fault);
            return;
        }
        var concerned = _audience.Connections.OrderBy(x => x.OpenedAt).ToArray();
        foreach (var connection in fault.OneLine ? concerned.Take(1) : concerned)
            _ = HappenAsync(fault, connection);
    }

    /// <summary>Ends a fault, if there is one of its kind and symbol.</summary>
    public void End(Fault fault) => _faults.End(fault);

    /// <summary>Closes those connected now politely.</summary>
    public async Task CloseConnectionsAsync(string reason, CancellationToken cancel = default)
    {
        foreach (var connection in _audience.Connections)
            await connection.CloseAsync(reason, cancel);
    }

    private async Task HappenAsync(Fault fault, VenueConnection connection)
    {
        try
        {
            switch (fault.Kind)
            {
                case FaultKind.Mute:
                    connection.Mute();
                    break;
                case FaultKind.HalfOpen:
                    connection.FallHalfOpen();
                    break;
                case FaultKind.Reset:
                    connection.Abort();
                    break;
                case FaultKind.Close:
                    await connection.CloseAsync(
                        "maintenance", (WebSocketCloseStatus)fault.Amount, _stopping.Token);
                    break;
                case FaultKind.Shutdown:
                    await connection.AnnounceAsync(_stopping.Token);
                    await Task.Delay(
                        TimeSpan.FromMilliseconds(fault.Amount), _time, _stopping.Token);
                    await connection.CloseAsync("shutdown", _stopping.Token);
                    break;
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            _logger.LogDebug("The venue stopped before {Fault} was over", fault);
        }
    }

    private static WebApplication BuildServer(int port)
    {
        // Empty: a venue inside a host must not pick up that host's addresses, settings or console.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton<IHostLifetime, InnerHostLifetime>();
        return builder.Build();
    }

    private async Task RunSourceAsync()
    {
        try
        {
            await _source.RunAsync(new NotedAudience(_audience, Rest), _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            _logger.LogInformation("Simulated venue stopped");
        }
        catch (Exception error)
        {
            _logger.LogError(error, "The simulated venue's source failed");
            throw;
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Rest.AnswerAsync(context);
            return;
        }
        if (_faults.HttpStatus is not 0 and var status)
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "1";
            return;
        }
        if (!TryReadStreams(context.Request, out var dialect, out var streams))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = new VenueConnection(
            socket, dialect, streams, _faults, _options, _time, _audience);
        await _audience.AttendAsync(connection, _stopping.Token);
    }

    private static bool TryReadStreams(
        HttpRequest request, out SimulatedDialect dialect, out VenueStreams streams)
    {
        const StringSplitOptions split =
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        streams = new VenueStreams([]);
        dialect = SimulatedDialect.Okx;
        if (request.Path == "/ws/v5/public")
            return true;
        var combined = request.Path.StartsWithSegments("/stream", out var rest) && !rest.HasValue;
        var raw = request.Path.StartsWithSegments("/ws", out rest);
        var names = combined ? request.Query["streams"].ToString() : rest.Value ?? "";
        dialect = combined ? SimulatedDialect.BinanceCombined : SimulatedDialect.BinanceRaw;
        return (combined || raw) && streams.TryAdd(names.Split('/', split));
    }
}
