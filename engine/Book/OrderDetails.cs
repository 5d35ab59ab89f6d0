namespace MarketMaker.Engine.Book;

/// <summary>What of a resting order is not needed to find and order it; beside its node, at the
/// same slot. 8 bytes.</summary>
internal readonly record struct OrderDetails
{
    /// <summary>The number of the account whose order it is.</summary>
    public int Account { get; init; }

    /// <summary>How it behaves when it is amended.</summary>
    public OrderKind Kind { get; init; }

    public SelfTradePrevention SelfTrade { get; init; }

    public OrderTraits Traits { get; init; }

    /// <summary>Whether it is a level of a maker's ladder.</summary>
    public bool IsQuote => (Traits & OrderTraits.Quote) != 0;

    /// <summary>Whether, post-only, it slides where it would take.</summary>
    public bool Slides => (Traits & OrderTraits.Slides) != 0;

    /// <summary>Whether it has <see cref="OrderConditions"/>.</summary>
    public bool HasConditions => (Traits & OrderTraits.Conditions) != 0;
}
