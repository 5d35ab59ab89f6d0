namespace MarketMaker.Engine.Book;

/// <summary>How an order behaves at entry and what becomes of its remainder.</summary>
public enum OrderKind : byte
{
    /// <summary>Trades up to its price; the remainder rests until it is cancelled.</summary>
    Limit = 0,

    /// <summary>Trades up to its price at once; the remainder is cancelled.</summary>
    ImmediateOrCancel = 1,

    /// <summary>Rests at its price, and is rejected if it would take.</summary>
    PostOnly = 2,

    /// <summary>Trades at any price at once; the remainder is cancelled, never rests.</summary>
    Market = 3,

    /// <summary>Trades whole and at once up to its price, or not at all.</summary>
    FillOrKill = 4,
}
