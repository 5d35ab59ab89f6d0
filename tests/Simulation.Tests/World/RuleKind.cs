namespace MarketMaker.Simulation.Tests.World;

/// <summary>The versions of a quoting rule that are in force at one time or another.</summary>
internal enum RuleKind
{
    /// <summary>The house ladder that ships.</summary>
    House,

    /// <summary>The same under another version.</summary>
    HouseAgain,

    /// <summary>The house ladder's bids; asks are pulled.</summary>
    BidsOnly,

    /// <summary>Wants no quotes.</summary>
    Silent,

    /// <summary>Throws after it has begun to answer.</summary>
    Throws,

    /// <summary>Quotes prices that are not numbers.</summary>
    NotANumber,

    /// <summary>Quotes a bid above its ask.</summary>
    Crosses,
}
