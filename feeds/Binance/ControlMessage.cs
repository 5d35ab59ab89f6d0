using System.Text;

namespace MarketMaker.Feeds.Binance;

/// <summary>A SUBSCRIBE or UNSUBSCRIBE and the symbols that it is about.</summary>
internal sealed record ControlMessage(int Id, bool Subscribes, IReadOnlyList<string> Symbols)
{
    /// <summary>The most symbols of a message.</summary>
    public const int MaxSymbols = 100;

    /// <summary>The most bytes of a message; the venue refuses longer ones.</summary>
    public const int MaxBytes = 4000;

    private const int EnvelopeBytes = 60;

    /// <summary>The message as the venue wants it.</summary>
    public byte[] ToUtf8()
    {
        var method = Subscribes ? "SUBSCRIBE" : "UNSUBSCRIBE";
        var streams = string.Join(',', Symbols.Select(StreamsOf));
        return Encoding.ASCII.GetBytes(
            $$"""{"method":"{{method}}","params":[{{streams}}],"id":{{Id}}}""");
    }

    /// <summary>As many of the symbols, from the first, as fit into one message.</summary>
    public static IReadOnlyList<string> TakeFitting(IReadOnlyList<string> symbols)
    {
        var bytes = EnvelopeBytes;
        var count = 0;
        while (count < Math.Min(symbols.Count, MaxSymbols))
        {
            bytes += StreamsOf(symbols[count]).Length + 1;
            if (bytes >= MaxBytes)
                break;
            count++;
        }
        return symbols.Take(count).ToArray();
    }

    /// <summary>A symbol's streams: its best prices, and its depth as a heartbeat.</summary>
    private static string StreamsOf(string symbol)
    {
        var name = symbol.ToLowerInvariant();
        return $"\"{name}@bookTicker\",\"{name}@depth@100ms\"";
    }
}
