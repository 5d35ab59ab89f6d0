using System.Globalization;

namespace MarketMaker.Feeds.Simulated;

/// <summary>A price process in the venue's words.</summary>
internal sealed class SimulatedSymbol
{
    /// <summary>How many trades come with a change of the best prices, on average.</summary>
    private const double TradesPerTicker = 0.1;

    private readonly PriceProcessOptions _options;
    private readonly PriceProcess _process;
    private readonly string _tickerStream;
    private readonly string _depthStream;
    private readonly string _tradeStream;
    private readonly Random _customers;
    private long _lastDepthId;
    private long _depthChanges;
    private long _trades;

    public SimulatedSymbol(PriceProcessOptions options, int seed)
    {
        _options = options;
        _process = new PriceProcess(options, seed);
        // Chance of its own: the prices are the same whether or not anybody trades on them.
        _customers = new Random(~seed);
        var name = options.Symbol.ToLowerInvariant();
        _tickerStream = $"{name}@bookTicker";
        _depthStream = $"{name}@depth@100ms";
        _tradeStream = $"{name}@trade";
    }

    /// <summary>Lets time pass.</summary>
    /// <returns>Whether there is a new book ticker.</returns>
    public bool Step(TimeSpan step) => _process.Step(step);

    /// <summary>The best prices as a <c>bookTicker</c>.</summary>
    public VenueFrame BookTicker()
    {
        var top = _process.Top;
        var payload =
            $$"""{"u":{{UpdateId}},"s":"{{_options.Symbol}}","b":"{{Price(top.BidTicks)}}","""
            + $"\"B\":\"{Size(top.BidLots)}\",\"a\":\"{Price(top.AskTicks)}\","
            + $"\"A\":\"{Size(top.AskLots)}\"}}";
        return VenueFrame.Of(_tickerStream, payload);
    }

    /// <summary>A <c>depthUpdate</c>: a deeper level changed, as it always does in 100 ms.
    /// </summary>
    public VenueFrame Depth(DateTimeOffset now)
    {
        var first = _lastDepthId + 1;
        _depthChanges++;
        _lastDepthId = UpdateId;
        var top = _process.Top;
        var payload =
            $$"""{"e":"depthUpdate","E":{{now.ToUnixTimeMilliseconds()}},"""
            + $"\"s\":\"{_options.Symbol}\",\"U\":{first},\"u\":{_lastDepthId},"
            + $"\"b\":[[\"{Price(top.BidTicks)}\",\"{Size(top.BidLots)}\"]],"
            + $"\"a\":[[\"{Price(top.AskTicks)}\",\"{Size(top.AskLots)}\"]]}}";
        return VenueFrame.Of(_depthStream, payload);
    }

    /// <summary>A customer's <c>trade</c> with a part of a best price; now and then, for each new
    /// book ticker.</summary>
    /// <returns>Null if nobody trades.</returns>
    public VenueFrame? Trade(DateTimeOffset now)
    {
        if (_customers.NextDouble() >= TradesPerTicker)
            return null;
        var top = _process.Top;
        var sells = _customers.Next(2) == 0;
        var (ticks, there) = sells ? (top.BidTicks, top.BidLots) : (top.AskTicks, top.AskLots);
        var lots = 1 + _customers.NextInt64(there);
        var time = now.ToUnixTimeMilliseconds();
        var payload =
            $$"""{"e":"trade","E":{{time}},"s":"{{_options.Symbol}}","t":{{++_trades}},"""
            + $"\"p\":\"{Price(ticks)}\",\"q\":\"{Size(lots)}\",\"T\":{time},"
            + $"\"m\":{(sells ? "true" : "false")}}}";
        return VenueFrame.Of(_tradeStream, payload);
    }

    /// <summary>The best prices as a frame of OKX's <c>bbo-tbt</c>; null if the symbol is not
    /// traded there.</summary>
    public VenueFrame? Bbo(DateTimeOffset now)
    {
        if (_options.OkxSymbol is not { } symbol)
            return null;
        var top = _process.Top;
        var text =
            $$"""{"arg":{"channel":"bbo-tbt","instId":"{{symbol}}"},"data":[{"asks":"""
            + $"[[\"{Price(top.AskTicks)}\",\"{Size(top.AskLots)}\",\"0\",\"1\"]],\"bids\":"
            + $"[[\"{Price(top.BidTicks)}\",\"{Size(top.BidLots)}\",\"0\",\"1\"]],"
            + $"\"ts\":\"{now.ToUnixTimeMilliseconds()}\",\"seqId\":{top.UpdateId}}}]}}";
        return VenueFrame.OfOkx(symbol, text);
    }

    private long UpdateId => _process.Top.UpdateId + _depthChanges;

    private string Price(long ticks) => Text(ticks * _options.TickSize);

    private string Size(long lots) => Text(lots * _options.LotSize);

    private static string Text(decimal value) =>
        value.ToString("F8", CultureInfo.InvariantCulture);
}
