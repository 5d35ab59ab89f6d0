namespace MarketMaker.Feeds.Lines;

/// <summary>What a venue's frame is.</summary>
internal enum MessageKind
{
    /// <summary>Not JSON, cut off, or lacking what its kind must have.</summary>
    Malformed,

    /// <summary>The best bid and offer.</summary>
    Quote,

    /// <summary>A sign of life of a symbol, without a quote.</summary>
    Heartbeat,

    /// <summary>A trade.</summary>
    Trade,

    /// <summary>A control message, or a symbol of one, was accepted.</summary>
    Acknowledgement,

    /// <summary>A control message, or a symbol of one, was refused.</summary>
    Refusal,

    /// <summary>The venue is about to close the connection.</summary>
    GoingAway,

    /// <summary>The answer to a ping of ours.</summary>
    Pong,

    /// <summary>An event of no interest.</summary>
    Other,
}
