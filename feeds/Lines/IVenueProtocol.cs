namespace MarketMaker.Feeds.Lines;

/// <summary>What differs between venues: their words and their limits.</summary>
/// <remarks>Without state, and so used by all lines at once.</remarks>
internal interface IVenueProtocol
{
    /// <summary>The venue, as settings and sources name it.</summary>
    string Venue { get; }

    /// <summary>What is appended to the venue's address.</summary>
    string Path { get; }

    /// <summary>The most symbols of a connection.</summary>
    int MaxSymbols { get; }

    /// <summary>The most symbols of a control message.</summary>
    int MaxSymbolsPerMessage { get; }

    /// <summary>A control message must stay below so many bytes.</summary>
    int MaxMessageBytes { get; }

    /// <summary>The most control messages of a connection in an hour.</summary>
    int MaxMessagesPerHour { get; }

    /// <summary>The text that is sent when the line is quiet; null where the venue pings.</summary>
    ReadOnlyMemory<byte>? Ping { get; }

    /// <summary>Whether an unbroken line proves that a symbol which says nothing is unchanged. Else
    /// each symbol has a heartbeat of its own.</summary>
    bool LineProvesQuotes { get; }

    /// <summary>A symbol whose frames prove that a line brings data, asked for whether it is
    /// followed or not; null where every symbol's frames do.</summary>
    string? Beacon { get; }

    /// <summary>Whether the venue's symbols have this form.</summary>
    bool IsSymbol(string symbol);

    /// <summary>Reads a frame; never throws and allocates nothing.</summary>
    VenueMessage Read(ReadOnlySpan<byte> utf8);

    /// <summary>What a symbol takes of a control message, with the comma behind it.</summary>
    string ArgumentsOf(string symbol);

    /// <summary>A control message as the venue wants it.</summary>
    byte[] Write(ControlMessage message);
}
