using System.Text;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Binance;

/// <summary>Binance's words and limits: <c>@bookTicker</c> for the quotes, <c>@depth@100ms</c> as
/// the heartbeat and the clock that the former lacks.</summary>
/// <remarks>Source: Binance, web-socket-streams.</remarks>
/// <param name="withTrades">Whether trades are asked for, too.</param>
internal sealed class BinanceProtocol(bool withTrades) : IVenueProtocol
{
    private const int MaxStreams = 1024;

    public string Venue => BinanceFeed.Name;

    public string Path => "/stream";

    public int MaxSymbols => withTrades ? MaxStreams / 3 : 500;

    public int MaxSymbolsPerMessage => 100;

    public int MaxMessageBytes => 4000;

    public int MaxMessagesPerHour => int.MaxValue;

    public ReadOnlyMemory<byte>? Ping => null;

    public bool LineProvesQuotes => false;

    public string? Beacon => null;

    public bool IsSymbol(string symbol) => !symbol.Contains('-', StringComparison.Ordinal);

    public VenueMessage Read(ReadOnlySpan<byte> utf8) => BinanceFrame.Read(utf8);

    public string ArgumentsOf(string symbol)
    {
        var name = symbol.ToLowerInvariant();
        var quotes = $"\"{name}@bookTicker\",\"{name}@depth@100ms\"";
        return withTrades ? $"{quotes},\"{name}@trade\"" : quotes;
    }

    public byte[] Write(ControlMessage message)
    {
        var method = message.Subscribes ? "SUBSCRIBE" : "UNSUBSCRIBE";
        var streams = string.Join(',', message.Symbols.Select(ArgumentsOf));
        return Encoding.ASCII.GetBytes(
            $$"""{"method":"{{method}}","params":[{{streams}}],"id":{{message.Id}}}""");
    }
}
