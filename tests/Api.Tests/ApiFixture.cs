using MarketMaker.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MarketMaker.Api.Tests;

/// <summary>The real process, with simulated prices and no customers but the tests. Each test that
/// changes something has a pair to itself.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("market-maker-api-");
    private WebApplication? _app;

    /// <summary>Speaks to the process.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>The process's own parts, for what no request can change.</summary>
    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        _app = await SiloApplication.StartAsync(
        [
            "--urls", "http://127.0.0.1:0",
            "--Grpc:Url", "",
            "--Storage:Path", _data.FullName,
            "--Orleans:SiloPort", "0",
            "--Orleans:GatewayPort", "0",
            "--Simulation:Venue", "true",
            "--Simulation:Customers", "false",
        ]);
        var addresses = _app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!;
        Client.BaseAddress = new Uri(addresses.Addresses.Single());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
