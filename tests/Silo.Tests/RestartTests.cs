using System.Globalization;
using System.Text.Json.Nodes;

namespace MarketMaker.Silo.Tests;

/// <summary>What survives the end of the process.</summary>
public sealed class RestartTests(SteadyVenueFixture venue)
    : IClassFixture<SteadyVenueFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_a_graceful_stop_everything_is_as_before()
    {
        JsonNode[] before;
        await using (var silo = await Start())
        {
            await Trade(silo);
            using var put = await silo.Http.PutAsync(
                "/pairs/ETH-USDT/configuration",
                new StringContent("""{"levels":6}""", null, "application/json"));
            before = await State(silo);
            Assert.Equal(0, await silo.Stop());
            // Orleans may have a word about a timer's call that came too late; we may not.
            Assert.False(
                silo.Log.Contains(" fail: MarketMaker", StringComparison.Ordinal)
                || silo.Log.Contains("OnDeactivateAsync", StringComparison.Ordinal),
                silo.Log);
        }

        await using var again = await Start();
        var after = await State(again);

        Assert.Equal(
            before.Select(node => node.ToJsonString()), after.Select(node => node.ToJsonString()));
        Assert.Equal(6, after[0]["levels"]!.GetValue<int>());
    }

    [Fact]
    public async Task After_a_kill_books_and_engine_tell_the_same_story()
    {
        await using (var silo = await Start())
        {
            await Trade(silo);
            await silo.Kill();
        }

        await using var again = await Start();
        var inventory = await again.Get("/pairs/BTC-USDT/inventory");
        var statistics = await again.Get("/pairs/BTC-USDT/stats");

        var capital = 250m;
        Assert.Equal(
            capital + Number(inventory["position"]), Number(inventory["base"]!["total"]));
        Assert.Equal(0, Number(statistics["pnl"]!["residual"]));
    }

    [Fact]
    public async Task Two_instances_run_side_by_side_but_not_on_one_directory()
    {
        using var other = new TemporaryFolder();
        await using var first = await Start();
        await using var second = await SiloProcess.Start(other.Path);

        var refused = await Command.Refuse(_folder.Path);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(_folder.Path, refused.Error, StringComparison.Ordinal);
        Assert.Contains("in use", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage:Path", "")]
    [InlineData("Orleans:SiloPort", "70000")]
    [InlineData("Feeds:Binance:Url", "http://example.com")]
    [InlineData("Feeds:Rest:MaxDifferenceBps", "0")]
    [InlineData("Simulation:Faults", "moot@1")]
    [InlineData("Recording:MaxSizeMiB", "0")]
    [InlineData("Recording:Enabled", "perhaps")]
    [InlineData("Feeds:Rest:Patience", "101")]
    [InlineData("Feeds:SilosPerAddress", "0")]
    [InlineData("Feeds:SilosPerAddress", "101")]
    [InlineData("Grpc:Url", "ftp://localhost")]
    [InlineData("Grpc:Url", "http://")]
    [InlineData("Pairs:BTC-USDT:Maker:Levels", "1000")]
    [InlineData("Pairs:BTC-USDT:TickSize", "-1")]
    [InlineData("Pairs:BTC-USDT:MakerFeeBps", "1000")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string value)
    {
        var result = await Command.Refuse(_folder.Path, $"--{setting}={value}");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Not started: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(setting.Split(':')[1], result.Error, StringComparison.Ordinal);
    }

    private Task<SiloProcess> Start() => SiloProcess.Start(
        _folder.Path, "--Simulation:Customers", "false", $"--Feeds:Binance:Url={venue.Url}");

    private static async Task Trade(SiloProcess silo)
    {
        await silo.Post("/pairs/BTC-USDT/accounts/alice", new { @base = "5", quote = "1000000" });
        foreach (var (side, size) in new[] { ("buy", "1.5"), ("sell", "2.25"), ("buy", "0.00001") })
        {
            await silo.Post(
                "/pairs/BTC-USDT/orders", new { account = "alice", side, type = "market", size });
        }
        await silo.Post(
            "/pairs/BTC-USDT/orders",
            new { account = "alice", side = "buy", type = "limit", price = "60000", size = "1" });
        // The maker reads the trades from the stream.
        while ((await silo.Get("/pairs/BTC-USDT/stats"))["fills"]!.GetValue<long>() < 3)
            await Task.Delay(TimeSpan.FromMilliseconds(20));
    }

    private static async Task<JsonNode[]> State(SiloProcess silo) =>
    [
        await silo.Get("/pairs/ETH-USDT/configuration"),
        await silo.Get("/pairs/BTC-USDT/configuration"),
        await silo.Get("/pairs/BTC-USDT/accounts/alice"),
        (await silo.Get("/pairs/BTC-USDT/inventory"))["base"]!["total"]!,
        (await silo.Get("/pairs/BTC-USDT/inventory"))["quote"]!["total"]!,
        (await silo.Get("/pairs/BTC-USDT/inventory"))["position"]!,
        (await silo.Get("/pairs/BTC-USDT/stats"))["pnl"]!,
        (await silo.Get("/pairs/BTC-USDT/stats"))["volume24h"]!,
        await silo.Get("/pairs/BTC-USDT/trades"),
    ];

    private static decimal Number(JsonNode? node) =>
        decimal.Parse(node!.GetValue<string>(), CultureInfo.InvariantCulture);
}
