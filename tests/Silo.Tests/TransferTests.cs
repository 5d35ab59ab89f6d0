using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MarketMaker.Silo.Tests;

/// <summary>Transfers while the process is killed.</summary>
public sealed class TransferTests(SteadyVenueFixture venue)
    : IClassFixture<SteadyVenueFixture>, IDisposable
{
    private const string Pair = "BTC-USDT";
    private const int Answers = 100;

    private static readonly string[] _accounts = ["ann", "bob", "cyd", "dan"];

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<(string Account, string Id), string> _answers = new();
    private readonly ConcurrentDictionary<(string Account, string Id), object> _asked = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_a_kill_every_transfer_ends_once_and_no_funds_are_lost()
    {
        await using (var silo = await Start())
        {
            foreach (var account in _accounts)
            {
                await silo.Post(
                    $"/accounts/{account}/deposits",
                    new { transferId = "in", asset = "USDT", amount = "1000" });
            }
            var moving = _accounts.Select(account => Move(silo, account)).ToArray();
            while (_answers.Count < Answers)
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            await silo.Kill();
            await Task.WhenAll(moving);
        }

        await using var again = await Start();
        var ends = await Ends(again);
        foreach (var ((account, _), body) in _asked)
            await again.Post($"/accounts/{account}/transfers", body);

        Assert.Equal(_answers, _answers.Select(answer =>
            KeyValuePair.Create(answer.Key, ends[answer.Key])));
        foreach (var account in _accounts)
            Assert.Equal(1000m, await Total(again, account));
    }

    private Task<SiloProcess> Start() => SiloProcess.Start(
        _folder.Path, "--Simulation:Customers", "false", $"--Feeds:Binance:Url={venue.Url}");

    /// <summary>Moves funds to the pair and back until the process is gone.</summary>
    private async Task Move(SiloProcess silo, string account)
    {
        try
        {
            for (var number = 1; ; number++)
            {
                var id = $"t{number}";
                var body = new
                {
                    transferId = id,
                    pair = Pair,
                    direction = number % 3 == 0 ? "from-pair" : "to-pair",
                    quote = number % 3 == 0 ? "2.0000002" : "1.0000001",
                };
                _asked[(account, id)] = body;
                var answer = await silo.Post($"/accounts/{account}/transfers", body);
                _answers[(account, id)] = answer.ToJsonString();
            }
        }
        catch (HttpRequestException)
        {
            // Killed; what was asked last may or may not have been heard.
        }
    }

    /// <summary>Waits until nothing is in flight, without asking for any transfer again, and reads
    /// what has become of those that were answered.</summary>
    private async Task<Dictionary<(string, string), string>> Ends(SiloProcess silo)
    {
        foreach (var account in _accounts)
        {
            while ((await silo.Get($"/accounts/{account}"))["inFlight"]!.AsArray().Count > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
        var ends = new Dictionary<(string, string), string>();
        foreach (var (account, id) in _answers.Keys)
        {
            var end = await silo.Get($"/accounts/{account}/transfers/{id}");
            ends[(account, id)] = end.ToJsonString();
        }
        return ends;
    }

    private static async Task<decimal> Total(SiloProcess silo, string account)
    {
        var wallet = await silo.Get($"/accounts/{account}");
        var inPair = await silo.Get($"/pairs/{Pair}/accounts/{account}");
        return Number(wallet["available"]!["USDT"]) + Number(inPair["quote"]!["total"]);
    }

    private static decimal Number(JsonNode? node) =>
        decimal.Parse(node!.GetValue<string>(), CultureInfo.InvariantCulture);
}
