using MarketMaker.Grpc.Failures;
using MarketMaker.Grpc.MarketData;
using MarketMaker.Grpc.Orders;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.MarketData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Grpc;

/// <summary>Serves the contract <c>exchange.proto</c> on a web server of its own.</summary>
/// <remarks>Apart from the HTTP API's server, so that each has its own addresses, protocol and
/// limits: Kestrel listens either where it is told by address or where it is told by code, and
/// its limits are those of a whole server.</remarks>
public sealed class GrpcFront(
    GrpcOptions options,
    IGrainFactory grains,
    PairCatalogue catalogue,
    IMarketFeed feed,
    TimeProvider time,
    ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private readonly ILogger _logger = loggers.CreateLogger<GrpcFront>();
    private WebApplication? _app;

    /// <summary>Where it listens; empty before it has started, and when it stays away.</summary>
    public IReadOnlyCollection<string> Urls => _app is null ? [] : [.. _app.Urls];

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var app = Build();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException error)
            when (options.IsOptional && error.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            _logger.LogWarning(
                "No gRPC here: another process has {Url}. Grpc:Url names another address.",
                options.Url);
            return;
        }
        _app = app;
        _logger.LogInformation("gRPC is served at {Urls}", string.Join(", ", app.Urls));
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? default;

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        // Of its start and end this class speaks, of failed calls FailureStatus.
        builder.Logging
            .AddProvider(new LogForwarding(loggers))
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            .AddFilter("Grpc", LogLevel.Warning);
        builder.WebHost.UseKestrel(ConfigureServer);
        if (!options.Kestrel.GetSection("Endpoints").Exists())
            builder.WebHost.UseUrls(options.Url);
        builder.Services.AddSingleton<IHostLifetime, PartOfTheProcess>();
        builder.Services.AddSingleton(grains);
        builder.Services.AddSingleton(catalogue);
        builder.Services.AddSingleton(feed);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<Markets>();
        builder.Services.AddSingleton<OrderCommands>();
        builder.Services.AddSingleton<FailureStatus>();
        builder.Services.AddSingleton<OrderEntryCalls>();
        builder.Services.AddSingleton<MarketDataCalls>();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = GrpcLimits.MaxRequestBytes;
            grpc.Interceptors.Add<FailureInterceptor>();
        });
        var app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<OrderEntryCalls>();
        app.MapGrpcService<MarketDataCalls>();
        return app;
    }

    private void ConfigureServer(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2);
        kestrel.Configure(options.Kestrel);
        kestrel.Limits.MaxConcurrentConnections = GrpcLimits.MaxConnections;
        kestrel.Limits.Http2.MaxStreamsPerConnection = GrpcLimits.MaxCallsPerConnection;
        kestrel.Limits.Http2.KeepAlivePingDelay = GrpcLimits.PingDelay;
        kestrel.Limits.Http2.KeepAlivePingTimeout = GrpcLimits.PingTimeout;
    }
}
