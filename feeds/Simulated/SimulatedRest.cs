using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MarketMaker.Feeds.Simulated;

/// <summary>What a simulated venue answers over HTTP: whether a symbol trades, and its best prices
/// as they were last told over the sockets.</summary>
/// <remarks>
/// Serves Binance's <c>/api/v3/exchangeInfo</c> and <c>/api/v3/ticker/bookTicker</c>, OKX's
/// <c>/api/v5/public/instruments</c> and <c>/api/v5/market/ticker</c>. Every symbol is listed and
/// trades unless a fault says otherwise. A symbol is the same at both: <c>BTC-USDT</c> has the
/// prices of <c>BTCUSDT</c>. All members are thread safe.
/// </remarks>
public sealed class SimulatedRest
{
    private const string NotListed = "";

    private readonly ConcurrentDictionary<string, (decimal Bid, decimal Ask)> _prices = new();
    private readonly ConcurrentDictionary<string, string> _words = new();
    private volatile RestFault? _fault;
    private long _requests;

    /// <summary>How many requests came, answered or refused.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>By what the prices are multiplied: 1 for the truth.</summary>
    public decimal PriceFactor { get; set; } = 1;

    /// <summary>A fault: the symbol is listed with another word than <c>TRADING</c> or <c>live</c>.
    /// </summary>
    public void Halt(string symbol, string word) => _words[Key(symbol)] = word;

    /// <summary>A fault: the symbol is not listed.</summary>
    public void Delist(string symbol) => _words[Key(symbol)] = NotListed;

    /// <summary>The symbol trades again.</summary>
    public void Resume(string symbol) => _words.TryRemove(Key(symbol), out _);

    /// <summary>A fault: every request is answered with a status.</summary>
    /// <param name="status">Such as 429 or 503.</param>
    /// <param name="retryAfter">When to come again, in whole seconds; null says nothing.</param>
    public void Refuse(int status, TimeSpan? retryAfter = null) =>
        _fault = new RestFault(status, retryAfter);

    /// <summary>Requests are answered again.</summary>
    public void Answer() => _fault = null;

    /// <summary>Takes the price out of a frame of Binance's <c>bookTicker</c>; any other is passed
    /// over.</summary>
    internal void Note(in VenueFrame frame)
    {
        if (frame.Stream?.EndsWith("@bookTicker", StringComparison.Ordinal) != true)
            return;
        var (bid, ask) = (0m, 0m);
        try
        {
            var json = new Utf8JsonReader(frame.Payload.Span);
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName)
                    continue;
                var isBid = json.ValueTextEquals("b"u8);
                var isAsk = json.ValueTextEquals("a"u8);
                json.Read();
                if ((isBid || isAsk) && json.TokenType == JsonTokenType.String)
                    Take(json.GetString()!, isBid, ref bid, ref ask);
            }
        }
        catch (JsonException)
        {
            // A frame that is broken on purpose has no price.
        }
        if (bid > 0 && ask > 0)
            _prices[Key(frame.Stream.Split('@')[0])] = (bid, ask);
    }

    /// <summary>Answers a request.</summary>
    internal Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        if (_fault is { } fault)
        {
            context.Response.StatusCode = fault.Status;
            if (fault.RetryAfter is { } wish)
            {
                context.Response.Headers.RetryAfter =
                    wish.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            }
            return Task.CompletedTask;
        }
        var query = context.Request.Query;
        var (status, json) = context.Request.Path.Value switch
        {
            "/api/v3/exchangeInfo" => ExchangeInfo(query["symbol"].ToString()),
            "/api/v3/ticker/bookTicker" => BookTickers(query["symbols"].ToString()),
            "/api/v5/public/instruments" => Instruments(query["instId"].ToString()),
            "/api/v5/market/ticker" => Ticker(query["instId"].ToString()),
            _ => (StatusCodes.Status404NotFound, "{}"),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private static void Take(string text, bool isBid, ref decimal bid, ref decimal ask)
    {
        _ = decimal.TryParse(text, CultureInfo.InvariantCulture, out var price);
        if (isBid)
            bid = price;
        else
            ask = price;
    }

    private (int, string) ExchangeInfo(string symbol) => WordOf(symbol, "TRADING") is { } word
        ? (200, $$"""{"timezone":"UTC","symbols":[{"symbol":"{{symbol}}","status":"{{word}}"}]}""")
        : (400, """{"code":-1121,"msg":"Invalid symbol."}""");

    private (int, string) BookTickers(string symbols)
    {
        var names = JsonSerializer.Deserialize<string[]>(symbols)!;
        if (names.Any(name => WordOf(name, "") is null))
            return (400, """{"code":-1121,"msg":"Invalid symbol."}""");
        var entries = names.Where(name => _prices.ContainsKey(Key(name))).Select(name =>
        {
            var (bid, ask) = PricesOf(name);
            return $$"""{"symbol":"{{name}}","bidPrice":"{{bid}}","askPrice":"{{ask}}"}""";
        });
        return (200, $"[{string.Join(',', entries)}]");
    }

    private (int, string) Instruments(string symbol) => WordOf(symbol, "live") is { } word
        ? (200, Okx($$"""{"instType":"SPOT","instId":"{{symbol}}","state":"{{word}}"}"""))
        : (200, """{"code":"51001","msg":"Instrument ID does not exist","data":[]}""");

    private (int, string) Ticker(string symbol)
    {
        if (WordOf(symbol, "") is null)
            return (200, """{"code":"51001","msg":"Instrument ID does not exist","data":[]}""");
        if (!_prices.ContainsKey(Key(symbol)))
            return (200, Okx(""));
        var (bid, ask) = PricesOf(symbol);
        return (200, Okx($$"""{"instId":"{{symbol}}","bidPx":"{{bid}}","askPx":"{{ask}}"}"""));
    }

    private (string Bid, string Ask) PricesOf(string symbol)
    {
        var (bid, ask) = _prices[Key(symbol)];
        return (Text(bid * PriceFactor), Text(ask * PriceFactor));
    }

    /// <returns>Null if the symbol is not listed.</returns>
    private string? WordOf(string symbol, string trading) =>
        !_words.TryGetValue(Key(symbol), out var word) ? trading
        : word == NotListed ? null
        : word;

    private static string Okx(string entry) => $$"""{"code":"0","msg":"","data":[{{entry}}]}""";

    private static string Text(decimal price) =>
        price.ToString("0.########", CultureInfo.InvariantCulture);

    private static string Key(string symbol) =>
        symbol.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
