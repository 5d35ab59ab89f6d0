namespace MarketMaker.Engine.Market;

/// <summary>What a venue said of a pair.</summary>
public enum VenueEventKind : byte
{
    /// <summary>Its best bid and offer changed.</summary>
    Quote = 1,

    /// <summary>It spoke of the pair, and its best prices still stand.</summary>
    Heartbeat,

    /// <summary>Two of its customers traded.</summary>
    Trade,
}
