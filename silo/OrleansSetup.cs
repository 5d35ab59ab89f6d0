using System.Net;
using System.Net.Sockets;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Backtests;
using MarketMaker.Grains.LifeCycle;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.Streams;
using MarketMaker.Grains.Telemetry;
using MarketMaker.Silo.Settings;
using MarketMaker.Silo.Storage;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Workers;
using Orleans.Configuration;

namespace MarketMaker.Silo;

/// <summary>Adds the Orleans silo: loopback clustering, storage, streams, placement.</summary>
internal static class OrleansSetup
{
    /// <summary>How long a grain call may take before its caller is told. The longest calls wait
    /// for the first compilation of a script, a second or two on a cold machine.</summary>
    private static readonly TimeSpan _responseTimeout = TimeSpan.FromSeconds(15);

    public static void AddSilo(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var storage = StorageSettings.Read(settings);
        var siloPort = Port(settings, "Orleans:SiloPort");
        var gatewayPort = Port(settings, "Orleans:GatewayPort");
        var needsApproval = settings.GetValue("Strategies:Approval", false);
        builder.Services.Configure<StrategyOptions>(
            strategies => strategies.NeedsApproval = needsApproval);
        builder.Services.AddSingleton<IRuleCompiler>(found => new WorkerCompiler(
            new WorkerLimits(), found.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(ImageKeySettings.Read(settings, storage));
        builder.Services.AddSingleton<RuleLibrary>();
        builder.Services.AddSingleton<QuoteLatency>();
        builder.Services.AddSingleton<PairBacktests>();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort);
            silo.Configure<SiloMessagingOptions>(
                messaging => messaging.ResponseTimeout = _responseTimeout);
            silo.AddStorage(storage);
            silo.AddSiloLocalStreams(StreamNames.Provider);
            silo.AddAnchoredPlacement();
        });
    }

    private static int Port(ConfigurationManager settings, string name)
    {
        if (!int.TryParse(settings[name], out var port) || port is < 0 or > 65_535)
        {
            throw new SettingsException(
                name, "must be a port from 1 to 65535, or 0 for a free one");
        }
        if (port != 0)
            return port;
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
