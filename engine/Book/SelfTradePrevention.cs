namespace MarketMaker.Engine.Book;

/// <summary>What becomes of an incoming order that meets one of its own owner group. They never
/// trade; the incoming order decides.</summary>
public enum SelfTradePrevention : byte
{
    /// <summary>What remains of the incoming order is cancelled.</summary>
    CancelNewest = 0,

    /// <summary>The resting order is cancelled and the incoming one goes on.</summary>
    CancelOldest = 1,

    /// <summary>Both are cancelled.</summary>
    CancelBoth = 2,

    /// <summary>Both become smaller by what they would have traded, so that the smaller one is
    /// cancelled.</summary>
    Decrement = 3,
}
