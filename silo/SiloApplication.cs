using MarketMaker.Api;
using MarketMaker.Feeds.Simulated;
using MarketMaker.Silo.Lifecycle;
using MarketMaker.Silo.Settings;
using MarketMaker.Silo.Simulation;

namespace MarketMaker.Silo;

/// <summary>The one process: silo, feeds, API and page.</summary>
public static class SiloApplication
{
    private const string DefaultUrl = "http://localhost:8080";

    /// <summary>Runs until it is told to stop.</summary>
    /// <returns>0 after a graceful stop, 1 when the settings are wrong or the start failed.
    /// </returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = await StartAsync(args);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception error)
        {
            // The host has logged the details of what it knows; people get the reason in a line.
            await Console.Error.WriteLineAsync($"Not started: {error.Message}");
            return 1;
        }
    }

    /// <summary>Starts the process's host; the caller stops and disposes it.</summary>
    /// <param name="args">Settings, such as <c>--Storage:Path DIR</c>.</param>
    /// <param name="prices">What the simulated venue serves; null for what the settings say.
    /// </param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="SettingsException">A setting is missing or outside its range.</exception>
    public static async Task<WebApplication> StartAsync(
        string[] args, IVenueSource? prices = null, CancellationToken cancellation = default)
    {
        // Fast failure detection and long turns on few cores: without spare threads a healthy silo
        // looks dead.
        ThreadPool.SetMinThreads(16, 16);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // The settings lie beside the program, wherever it was called from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddLogging();
        builder.AddCatalogue();
        builder.AddSilo();
        // What is added first stops last: customers, then prices, then the makers write their
        // books, then the silo.
        builder.AddPairLifecycle();
        builder.AddRecording();
        await builder.AddFeed(prices, cancellation);
        builder.AddSimulatedCustomers();
        builder.AddMarketData();
        builder.AddGrpcFront();
        builder.AddWeb(DefaultUrl);
        var app = builder.Build();
        app.UseApi();
        app.MapApi();
        await app.StartAsync(cancellation);
        return app;
    }
}
