using System.Collections.Concurrent;
using System.Net.Http.Json;
using Grpc.Net.Client;
using MarketMaker.Grpc.Contract;
using MarketMaker.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MarketMaker.Grpc.Tests;

/// <summary>The real process, asked over real connections, with no customers but the tests. The
/// makers of <see cref="Pair"/> and <see cref="ShownPair"/> are stopped: their books hold what the
/// tests bring.</summary>
public sealed class GrpcFixture : IAsyncLifetime
{
    /// <summary>A pair for orders.</summary>
    public const string Pair = "XRP-USDT";

    /// <summary>A pair for market data, in which one test at a time trades.</summary>
    public const string ShownPair = "POL-USDT";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("market-maker-grpc-");
    private readonly HttpClient _http = new();
    private readonly ConcurrentDictionary<(string, string), bool> _open = new();
    private WebApplication? _app;
    private GrpcChannel? _channel;

    /// <summary>Where gRPC is served.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Enters orders.</summary>
    public OrderEntry.OrderEntryClient Orders => new(_channel);

    /// <summary>Asks for market data.</summary>
    public Contract.MarketData.MarketDataClient Data => new(_channel);

    /// <summary>What runs in the process.</summary>
    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        _app = await SiloApplication.StartAsync(
        [
            "--urls", "http://127.0.0.1:0",
            "--Grpc:Url", "http://127.0.0.1:0",
            "--Storage:Path", _data.FullName,
            "--Orleans:SiloPort", "0",
            "--Orleans:GatewayPort", "0",
            "--Simulation:Venue", "true",
            "--Simulation:Customers", "false",
        ]);
        _http.BaseAddress = new Uri(_app.Urls.Single());
        Url = _app.Services.GetRequiredService<GrpcFront>().Urls.Single();
        _channel = GrpcChannel.ForAddress(Url);
        await Stop(Pair);
        await Stop(ShownPair);
    }

    public async Task DisposeAsync()
    {
        _channel?.Dispose();
        _http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        _data.Delete(recursive: true);
    }

    /// <summary>Gives an account funds for a few thousand orders; once, whoever asks.</summary>
    public async Task Open(string pair, string account)
    {
        if (!_open.TryAdd((pair, account), true))
            return;
        using var response = await _http.PostAsJsonAsync(
            new Uri($"/pairs/{pair}/accounts/{account}", UriKind.Relative),
            new { Base = "100000", Quote = "100000" });
        response.EnsureSuccessStatusCode();
    }

    private async Task Stop(string pair)
    {
        using var response = await _http.PostAsync(
            new Uri($"/pairs/{pair}/stop", UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
    }
}
