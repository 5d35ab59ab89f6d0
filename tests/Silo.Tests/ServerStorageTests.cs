using MarketMaker.Grains.Tests.Storage;

namespace MarketMaker.Silo.Tests;

/// <summary>The process with its state and journals on a PostgreSQL server.</summary>
public sealed class ServerStorageTests(SteadyVenueFixture venue)
    : IClassFixture<SteadyVenueFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task After_a_kill_everything_is_on_the_server()
    {
        await using var server = await PostgresServer.Start();
        string[] before;
        await using (var silo = await Start(server))
        {
            await Trade(silo);
            before = await State(silo);
            await silo.Kill();
        }

        await using var again = await Start(server);
        var after = await State(again);

        Assert.Equal(before, after);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private Task<SiloProcess> Start(PostgresServer server) => SiloProcess.Start(
        _folder.Path,
        "--Simulation:Customers", "false",
        "--Storage:Provider", "postgres",
        "--Storage:ConnectionString", server.ConnectionString,
        $"--Feeds:Binance:Url={venue.Url}");

    private static async Task Trade(SiloProcess silo)
    {
        await silo.Post("/pairs/BTC-USDT/accounts/alice", new { @base = "5", quote = "1000000" });
        foreach (var side in new[] { "buy", "sell" })
        {
            await silo.Post(
                "/pairs/BTC-USDT/orders",
                new { account = "alice", side, type = "market", size = "0.5" });
        }
        await silo.Post(
            "/pairs/BTC-USDT/orders",
            new { account = "alice", side = "buy", type = "limit", price = "60000", size = "1" });
    }

    private static async Task<string[]> State(SiloProcess silo) =>
    [
        (await silo.Get("/pairs/BTC-USDT/accounts/alice")).ToJsonString(),
        (await silo.Get("/pairs/BTC-USDT/trades")).ToJsonString(),
        (await silo.Get("/pairs/BTC-USDT/inventory"))["base"]!["total"]!.ToJsonString(),
    ];
}
