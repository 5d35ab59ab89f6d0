namespace MarketMaker.Feeds.Lines;

/// <summary>A request to begin or to end the streams of some symbols.</summary>
internal sealed record ControlMessage(int Id, bool Subscribes, IReadOnlyList<string> Symbols)
{
    private const int EnvelopeBytes = 60;

    /// <summary>As many of the symbols, from the first, as fit into one message.</summary>
    public static IReadOnlyList<string> TakeFitting(
        IReadOnlyList<string> symbols, IVenueProtocol protocol)
    {
        var bytes = EnvelopeBytes;
        var count = 0;
        while (count < Math.Min(symbols.Count, protocol.MaxSymbolsPerMessage))
        {
            bytes += protocol.ArgumentsOf(symbols[count]).Length + 1;
            if (bytes >= protocol.MaxMessageBytes)
                break;
            count++;
        }
        return symbols.Take(count).ToArray();
    }
}
