using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace MarketMaker.Silo.Tests;

/// <summary>A pair cannot start from what is stored of it: it stays out, and nothing else does.
/// </summary>
public sealed class OutOfServiceTests(SteadyVenueFixture venue)
    : IClassFixture<SteadyVenueFixture>, IDisposable
{
    private const string Pair = "BTC-USDT";
    private const string Orders = $"/pairs/{Pair}/orders";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_damaged_pair_is_out_of_service_until_it_is_mended_and_others_go_on()
    {
        await using (var silo = await Start())
        {
            await silo.Post(
                $"/pairs/{Pair}/accounts/alice", new { @base = "5", quote = "1000000" });
            await silo.Post(Orders, Order("once"));
            Assert.Equal(0, await silo.Stop());
        }

        FlipLastBit();
        await using (var silo = await Start())
        {
            using var refused = await silo.Http.PostAsJsonAsync(Orders, Order("once"));
            var problem = (await refused.Content.ReadFromJsonAsync<JsonObject>())!;
            var ready = await silo.Get("/health/ready");
            var pairs = await silo.Get("/pairs");
            var other = await silo.Get("/pairs/ETH-USDT");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.All(
                new[]
                {
                    problem["detail"], ready["explanation"],
                    pairs.AsArray().Single(one => (string)one!["pair"]! == Pair)!["explanation"],
                },
                text => Assert.StartsWith(
                    $"The journal of {Pair} is damaged at record ", (string)text!,
                    StringComparison.Ordinal));
            Assert.True((bool)other["quoting"]!);
        }

        FlipLastBit();
        await using var mended = await Start();
        var kept = await mended.Get($"/pairs/{Pair}/accounts/alice/orders");
        var again = await mended.Post(Orders, Order("once"));

        Assert.Equal(
            (long)again["id"]!, (long)Assert.Single(kept["orders"]!.AsArray())!["id"]!);
    }

    [Fact]
    public async Task A_pair_that_would_count_in_other_lots_is_out_of_service()
    {
        await using (var silo = await Start())
            Assert.Equal(0, await silo.Stop());

        await using var changed = await Start($"--Pairs:{Pair}:LotSize=0.0001");
        var ready = await changed.Get("/health/ready");

        Assert.StartsWith(
            $"The journal of {Pair} counts in ticks of 0.01 and lots of 0.00001, and the settings "
            + "say ticks of 0.01 and lots of 0.0001: ",
            (string)ready["explanation"]!, StringComparison.Ordinal);
    }

    private Task<SiloProcess> Start(params string[] settings) => SiloProcess.Start(
        _folder.Path,
        [
            "--Simulation:Customers", "false", $"--Feeds:Binance:Url={venue.Url}", .. settings,
        ]);

    private static object Order(string name) => new
    {
        account = "alice",
        side = "buy",
        type = "limit",
        price = "60000",
        size = "1",
        clientOrderId = name,
    };

    private void FlipLastBit()
    {
        var file = Path.Combine(_folder.Path, "market-maker.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var read = connection.CreateCommand();
        read.CommandText = $"""
            SELECT first_sequence, payload FROM journal WHERE pair = '{Pair}'
            ORDER BY first_sequence DESC LIMIT 1
            """;
        using var row = read.ExecuteReader();
        Assert.True(row.Read());
        var (first, payload) = (row.GetInt64(0), row.GetFieldValue<byte[]>(1));
        payload[^1] ^= 1;
        using var write = connection.CreateCommand();
        write.CommandText = $"""
            UPDATE journal SET payload = @payload
            WHERE pair = '{Pair}' AND first_sequence = {first}
            """;
        write.Parameters.AddWithValue("payload", payload);
        Assert.Equal(1, write.ExecuteNonQuery());
    }
}
