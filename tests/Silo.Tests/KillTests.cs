using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MarketMaker.Silo.Tests;

/// <summary>What is acknowledged survives: the process is killed while customers trade.</summary>
public sealed class KillTests(SteadyVenueFixture venue)
    : IClassFixture<SteadyVenueFixture>, IDisposable
{
    private const string Pair = "/pairs/BTC-USDT";
    private const int Clients = 64;
    private const int Enough = 1_500;
    private const decimal BaseFunds = 20;
    private const decimal QuoteFunds = 1_000_000;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<JsonOrder, string> _answers = new();
    private readonly ConcurrentBag<JsonOrder> _sent = [];
    private readonly TaskCompletionSource _enough =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_acknowledged_order_is_there_and_no_order_is_carried_out_twice()
    {
        await using (var silo = await Start())
        {
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => silo.Post(
                $"{Pair}/accounts/{Account(client)}",
                new { @base = $"{BaseFunds}", quote = $"{QuoteFunds}" })));
            var trading = Enumerable.Range(0, Clients).Select(client => Trade(silo, client));
            var clients = Task.WhenAll(trading.ToArray());
            await _enough.Task.WaitAsync(_patience);
            await silo.Kill();
            await clients;
        }

        await using var again = await Start();
        var totals = await Totals(again);
        foreach (var (order, answer) in _answers)
            Assert.Equal(answer, await Send(again, order));
        var afterRepeats = await Totals(again);
        var unanswered = _sent.Except(_answers.Keys).ToArray();
        foreach (var order in unanswered)
            Assert.Equal(await Send(again, order), await Send(again, order));
        var after = await Totals(again);

        Assert.True(_answers.Count >= Enough);
        Assert.Equal(totals, afterRepeats);
        // The sum over all accounts moves by fees alone, which stay in the quote asset.
        Assert.Equal((Clients * BaseFunds) + 250, totals.Base);
        Assert.Equal(totals.Base, after.Base);
        Assert.Equal((Clients * QuoteFunds) + 15_400_000 - totals.Fees, totals.Quote);
        Assert.Equal((Clients * QuoteFunds) + 15_400_000 - after.Fees, after.Quote);
        await MakerAgrees(again);
    }

    private Task<SiloProcess> Start() => SiloProcess.Start(
        _folder.Path,
        "--Simulation:Customers", "false",
        "--Storage:SnapshotRecords", "200",
        $"--Feeds:Binance:Url={venue.Url}");

    /// <summary>Sends one order after the other until the process is gone.</summary>
    private async Task Trade(SiloProcess silo, int client)
    {
        for (var number = 0; ; number++)
        {
            var order = new JsonOrder(
                Account(client),
                number % 2 == 0 ? "buy" : "sell",
                number % 3 == 0 ? "market" : "limit",
                number % 3 == 0 ? null : number % 2 == 0 ? "60000" : "63000",
                "0.0001",
                $"order-{number}");
            _sent.Add(order);
            try
            {
                _answers[order] = await Send(silo, order);
            }
            catch (Exception error) when (error is HttpRequestException or IOException)
            {
                return;
            }
            if (_answers.Count >= Enough)
                _enough.TrySetResult();
        }
    }

    /// <returns>The status and the answer, but for what is the request's own.</returns>
    private static async Task<string> Send(SiloProcess silo, JsonOrder order)
    {
        using var answer = await silo.Http.PostAsJsonAsync($"{Pair}/orders", order);
        var body = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        body.Remove("traceId");
        return $"{(int)answer.StatusCode} {body.ToJsonString()}";
    }

    private static async Task<(decimal Base, decimal Quote, decimal Fees)> Totals(
        SiloProcess silo)
    {
        var (inBase, inQuote) = (0m, 0m);
        foreach (var account in Enumerable.Range(0, Clients).Select(Account))
        {
            var balance = await silo.Get($"{Pair}/accounts/{account}");
            inBase += Number(balance["base"]!["total"]);
            inQuote += Number(balance["quote"]!["total"]);
        }
        var desk = await silo.Get($"{Pair}/inventory");
        var fees = Number((await silo.Get($"{Pair}/stats"))["venueFees"]);
        inBase += Number(desk["base"]!["total"]);
        inQuote += Number(desk["quote"]!["total"]);
        return (inBase, inQuote, fees);
    }

    private static async Task MakerAgrees(SiloProcess silo)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (true)
        {
            var inventory = await silo.Get($"{Pair}/inventory");
            if (250 + Number(inventory["position"]) == Number(inventory["base"]!["total"]))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    private static string Account(int client) => $"client-{client}";

    private static decimal Number(JsonNode? node) =>
        decimal.Parse(node!.GetValue<string>(), CultureInfo.InvariantCulture);
}
