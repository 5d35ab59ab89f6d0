namespace MarketMaker.Feeds.Recording;

/// <summary>What a recorder says to a venue.</summary>
/// <param name="Name">The venue, as settings name it.</param>
/// <param name="Url">Its public endpoint.</param>
/// <param name="Endpoint">The address to connect to, from the endpoint and the symbols.</param>
/// <param name="Greeting">What is sent first; empty for nothing.</param>
/// <param name="KeepAlive">What is sent every <see cref="KeepAliveInterval"/>; empty for nothing.
/// </param>
public sealed record RecordedVenue(
    string Name,
    Uri Url,
    Func<Uri, IReadOnlyList<string>, Uri> Endpoint,
    Func<IReadOnlyList<string>, string> Greeting,
    string KeepAlive)
{
    /// <summary>How often a connection is kept alive. OKX cuts one that is idle for 30 s.</summary>
    public static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(15);

    private static readonly string[] _binanceStreams = ["bookTicker", "depth@100ms", "trade"];
    private static readonly string[] _okxChannels = ["bbo-tbt", "trades"];

    /// <summary>Binance spot: best prices, depth as the heartbeat, trades; as combined streams.
    /// </summary>
    /// <remarks>Source: Binance, web-socket-streams.</remarks>
    public static RecordedVenue Binance { get; } = new(
        "binance",
        new Uri("wss://data-stream.binance.vision"),
        (url, symbols) => new Uri(
            $"{url.ToString().TrimEnd('/')}/stream?streams={BinanceStreams(symbols)}"),
        _ => "",
        KeepAlive: "");

    /// <summary>OKX v5, public channels: best prices, trades.</summary>
    /// <remarks>Source: OKX, API v5, WebSocket.</remarks>
    public static RecordedVenue Okx { get; } = new(
        "okx",
        new Uri("wss://ws.okx.com:8443/ws/v5/public"),
        (url, _) => url,
        OkxSubscription,
        KeepAlive: "ping");

    /// <summary>The venues that can be recorded.</summary>
    public static IReadOnlyList<RecordedVenue> All { get; } = [Binance, Okx];

    /// <summary>The venue's name.</summary>
    public override string ToString() => Name;

    private static string BinanceStreams(IReadOnlyList<string> symbols) =>
        string.Join('/', symbols.SelectMany(symbol => _binanceStreams.Select(
            stream => $"{symbol.ToLowerInvariant()}@{stream}")));

    private static string OkxSubscription(IReadOnlyList<string> symbols)
    {
        var arguments = symbols.SelectMany(symbol => _okxChannels.Select(
            channel => $$"""{"channel":"{{channel}}","instId":"{{symbol}}"}"""));
        return $$"""{"op":"subscribe","args":[{{string.Join(',', arguments)}}]}""";
    }
}
