namespace MarketMaker.Api.Orders;

/// <summary>The kinds of orders that the API takes.</summary>
public enum OrderType
{
    /// <summary>Trades up to its price; the remainder rests.</summary>
    Limit,

    /// <summary>Trades at any price at once; the remainder is cancelled.</summary>
    Market,

    /// <summary>Trades up to its price at once; the remainder is cancelled.</summary>
    ImmediateOrCancel,

    /// <summary>Trades whole and at once up to its price, or not at all.</summary>
    FillOrKill,

    /// <summary>Rests at its price, and never takes.</summary>
    PostOnly,

    /// <summary>Waits for a trade at its trigger or beyond, and is a market order then.</summary>
    Stop,

    /// <summary>Waits for a trade at its trigger or beyond, and is a limit order then.</summary>
    StopLimit,
}
