using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.OrderEntry.Calls;

/// <summary>Calls the HTTP API over one connection.</summary>
internal sealed class HttpCalls(Uri url) : IMarketCalls, IDisposable
{
    private const decimal TickSize = 0.0001m;

    private static readonly string _pair = $"/pairs/{BenchSilo.Pair}";

    private readonly HttpClient _client = new() { BaseAddress = url };
    private long _market;

    public async Task<OrderId> Place()
    {
        using var answer = await _client.PostAsync(
            $"{_pair}/orders",
            Json($$"""
                {"account":"{{CallsCommand.Account}}","side":"buy","type":"postOnly",
                "price":"{{Price(Ladders.OrderPrice)}}","size":"1"}
                """));
        var placed = await Read(answer);
        return new OrderId(placed["id"]!.GetValue<long>());
    }

    public async Task Cancel(OrderId order)
    {
        using var answer = await _client.DeleteAsync(
            $"{_pair}/orders/{order.Value}?account={CallsCommand.Account}");
        await Read(answer);
    }

    public async Task MassQuote(long sequence)
    {
        using var answer = await Put(sequence);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        if (answer.IsSuccessStatusCode)
            return;
        _market = body!["market"]!.GetValue<long>();
        using var second = await Put(sequence);
        await Read(second);
    }

    public void Dispose() => _client.Dispose();

    private Task<HttpResponseMessage> Put(long sequence)
    {
        var bids = Levels(level => Ladders.Bid(sequence, level));
        var asks = Levels(level => Ladders.Ask(sequence, level));
        return _client.PutAsync(
            $"{_pair}/accounts/{CallsCommand.Account}/quotes",
            Json($$"""
                {"epoch":4,"sequence":{{sequence}},"market":{{_market}},
                "leaseMilliseconds":{{(int)Ladders.Lease.TotalMilliseconds}},
                "bids":[{{bids}}],"asks":[{{asks}}]}
                """));
    }

    private static string Levels(Func<int, long> price) => string.Join(
        ',',
        Enumerable.Range(0, Ladders.Levels)
            .Select(level => $$"""{"price":"{{Price(price(level))}}","size":"1"}"""));

    private static string Price(long ticks) =>
        (ticks * TickSize).ToString(CultureInfo.InvariantCulture);

    private static StringContent Json(string text) =>
        new(text, Encoding.UTF8, "application/json");

    private static async Task<JsonObject> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonObject>(text)!
            : throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
    }
}
