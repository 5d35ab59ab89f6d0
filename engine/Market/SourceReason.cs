namespace MarketMaker.Engine.Market;

/// <summary>What is the matter with a source of a pair's price, as its adapter sees it.</summary>
/// <remarks>The values are in order of precedence: where several hold, the first of them in this
/// order is told, and <see cref="Ok"/> when none does.</remarks>
public enum SourceReason : byte
{
    /// <summary>Asked for, and the time within which a first price must come is not over.
    /// <c>default</c>.</summary>
    Connecting = 0,

    /// <summary>No connection to the venue is open.</summary>
    LineDown = 1,

    /// <summary>The venue's list of instruments does not have the symbol.</summary>
    UnknownSymbol = 2,

    /// <summary>The venue lists the symbol and does not trade it now.</summary>
    NotTrading = 3,

    /// <summary>The venue refused the subscription.</summary>
    Rejected = 4,

    /// <summary>The subscription was accepted, and no price came in time: most venues acknowledge
    /// a symbol that they do not know.</summary>
    NoFirstTick = 5,

    /// <summary>The connection lives, and this symbol says nothing.</summary>
    Silent = 6,

    /// <summary>The last quotes were crossed or not positive.</summary>
    Crossed = 7,

    /// <summary>Prices flow, but too late.</summary>
    Lagging = 8,

    /// <summary>Prices come, in time, and the venue's own REST answers give others, again and
    /// again.</summary>
    Disputed = 9,

    /// <summary>Prices come, in time.</summary>
    Ok = 10,
}
