namespace MarketMaker.Feeds.Simulated;

/// <summary>What can be wrong with a simulated venue.</summary>
public enum FaultKind
{
    /// <summary>The connections of the moment bring no more data; pings are answered.</summary>
    Mute,

    /// <summary>The connections of the moment neither bring nor answer anything more.</summary>
    HalfOpen,

    /// <summary>The connections of the moment are cut without a word.</summary>
    Reset,

    /// <summary>The connections of the moment are closed politely, with the amount as close code.
    /// </summary>
    Close,

    /// <summary>The connections of the moment are told that they will be closed, and are after the
    /// amount of ms.</summary>
    Shutdown,

    /// <summary>The subscription of the symbol is refused.</summary>
    Reject,

    /// <summary>The venue does not know the symbol: Binance acknowledges it and sends nothing, OKX
    /// refuses it.</summary>
    Unknown,

    /// <summary>The symbol says nothing.</summary>
    Silent,

    /// <summary>New connections are answered with the amount as HTTP status.</summary>
    Http,

    /// <summary>Every other frame is no JSON.</summary>
    Malformed,

    /// <summary>Every other frame is cut in half.</summary>
    Truncated,

    /// <summary>Each frame takes the amount of ms to send, and the others wait behind it.</summary>
    Slow,

    /// <summary>Every quote of the symbol, or of all, has bid and ask exchanged.</summary>
    Crossed,

    /// <summary>Every frame is sent twice.</summary>
    Duplicate,

    /// <summary>Frames are sent in pairs, the second of each first.</summary>
    Reordered,

    /// <summary>The venue's clock is ahead by the amount of ms.</summary>
    Skew,

    /// <summary>Every frame comes later by the amount of ms.</summary>
    Lag,
}
