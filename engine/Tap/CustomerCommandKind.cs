namespace MarketMaker.Engine.Tap;

/// <summary>What a market was told by somebody else than its own maker.</summary>
public enum CustomerCommandKind : byte
{
    /// <summary>An account with its first funds.</summary>
    Open = 1,

    /// <summary>Funds in or out.</summary>
    Funds,

    /// <summary>Other terms for an account.</summary>
    Terms,

    /// <summary>A new order.</summary>
    Place,

    /// <summary>A change of an order.</summary>
    Amend,

    /// <summary>A smaller order.</summary>
    Reduce,

    /// <summary>An order out.</summary>
    Cancel,

    /// <summary>All orders of an account out that a filter names.</summary>
    MassCancel,

    /// <summary>Another maker's ladder.</summary>
    Ladder,

    /// <summary>Another maker's ladder for another lease.</summary>
    Renew,

    /// <summary>The operator halted the market.</summary>
    Halt,

    /// <summary>The operator ended a halt.</summary>
    Resume,
}
