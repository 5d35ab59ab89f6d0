namespace MarketMaker.Engine.MarketData;

/// <summary>What happened to an account's order between two looks.</summary>
public enum OwnOrderEvent : byte
{
    /// <summary>It rests now.</summary>
    Added,

    /// <summary>Its price, size or place in the queue is another.</summary>
    Changed,

    /// <summary>It no longer rests: it has traded, was cancelled, or has expired. The trade log
    /// says which trades there were.</summary>
    Removed,
}
