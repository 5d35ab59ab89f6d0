namespace MarketMaker.Engine.Market;

/// <summary>Why a source's price is not used.</summary>
/// <remarks>In order of precedence: where several hold, the first is told.</remarks>
public enum SourceFault : byte
{
    /// <summary>Nothing is wrong with it.</summary>
    None = 0,

    /// <summary>The venue does not have the symbol.</summary>
    UnknownSymbol,

    /// <summary>The venue does not trade the symbol now.</summary>
    NotTrading,

    /// <summary>The venue refused the subscription.</summary>
    Rejected,

    /// <summary>The subscription was accepted, and no price came in time.</summary>
    NoFirstTick,

    /// <summary>No price has come yet.</summary>
    NoPrice,

    /// <summary>A conversion leg has no price: then the source has none, never one at 1.0.
    /// </summary>
    NoLeg,

    /// <summary>The price, or a leg's, is older than its time-to-live.</summary>
    Stale,

    /// <summary>Prices come too late, though they flow.</summary>
    Lagging,

    /// <summary>Bid and ask are crossed, or were in the venue's last quotes.</summary>
    Crossed,

    /// <summary>The venue's own REST answers give another price, again and again.</summary>
    Disputed,

    /// <summary>It jumped, and has not repeated it yet.</summary>
    Outlier,

    /// <summary>It is further from the others than sources may be.</summary>
    FarFromPeers,
}
