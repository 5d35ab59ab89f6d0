using MarketMaker.Engine.Accounts;

namespace MarketMaker.Engine.Book;

/// <summary>What of a resting order is not needed to find and order it; beside its node, at the
/// same slot. 16 bytes.</summary>
internal struct OrderDetails
{
    /// <summary>The number of the account whose order it is.</summary>
    public int Account;

    /// <summary>How it behaves when it is amended.</summary>
    public OrderKind Kind;

    public SelfTradePrevention SelfTrade;

    public OrderTraits Traits;

    /// <summary>What it holds back for all that remains of it, shown or not.</summary>
    public Stake Held;

    /// <summary>Whether it is a level of a maker's ladder.</summary>
    public readonly bool IsQuote => (Traits & OrderTraits.Quote) != 0;

    /// <summary>Whether, post-only, it slides where it would take.</summary>
    public readonly bool Slides => (Traits & OrderTraits.Slides) != 0;

    /// <summary>Whether it has <see cref="OrderConditions"/>.</summary>
    public readonly bool HasConditions => (Traits & OrderTraits.Conditions) != 0;
}
