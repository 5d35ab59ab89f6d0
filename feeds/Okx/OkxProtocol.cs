using System.Text;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Okx;

/// <summary>OKX's words and limits: <c>bbo-tbt</c>, which tells of changes, and every minute or so
/// of an idle symbol.</summary>
/// <remarks>Source: OKX, v5 public WebSocket.</remarks>
/// <param name="beacon">The symbol whose frames prove that a line brings data; null for none.
/// </param>
/// <param name="withTrades">Whether trades are asked for, too.</param>
internal sealed class OkxProtocol(string? beacon, bool withTrades) : IVenueProtocol
{
    public string Venue => OkxFeed.Name;

    public string Path => "/ws/v5/public";

    public int MaxSymbols => 400;

    public int MaxSymbolsPerMessage => 100;

    /// <summary>The venue's limit on all arguments of a connection is 64 KB; 400 symbols stay
    /// within it, and no message may take more than half.</summary>
    public int MaxMessageBytes => 32_000;

    /// <summary>The venue allows 480, and a beacon and refusals may want some.</summary>
    public int MaxMessagesPerHour => 450;

    public ReadOnlyMemory<byte>? Ping { get; } = "ping"u8.ToArray();

    public bool LineProvesQuotes => true;

    public string? Beacon => beacon;

    public bool IsSymbol(string symbol) => symbol.Contains('-', StringComparison.Ordinal);

    public VenueMessage Read(ReadOnlySpan<byte> utf8) => OkxFrame.Read(utf8);

    public string ArgumentsOf(string symbol)
    {
        var quotes = $$"""{"channel":"bbo-tbt","instId":"{{symbol}}"}""";
        return withTrades
            ? $$"""{{quotes}},{"channel":"trades","instId":"{{symbol}}"}"""
            : quotes;
    }

    public byte[] Write(ControlMessage message)
    {
        var operation = message.Subscribes ? "subscribe" : "unsubscribe";
        var channels = string.Join(',', message.Symbols.Select(ArgumentsOf));
        return Encoding.ASCII.GetBytes(
            $$"""{"op":"{{operation}}","args":[{{channels}}]}""");
    }
}
