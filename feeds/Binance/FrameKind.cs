namespace MarketMaker.Feeds.Binance;

/// <summary>What a frame from the venue is.</summary>
internal enum FrameKind
{
    /// <summary>Not JSON, cut off, or lacking what its kind must have.</summary>
    Malformed,

    /// <summary>The best bid and offer.</summary>
    BookTicker,

    /// <summary>Changes of the book: taken as a sign of life.</summary>
    Depth,

    /// <summary>A control message was accepted.</summary>
    Acknowledgement,

    /// <summary>A control message was refused.</summary>
    Refusal,

    /// <summary>The venue is about to close the connection.</summary>
    ServerShutdown,

    /// <summary>An event of no interest.</summary>
    Other,
}
