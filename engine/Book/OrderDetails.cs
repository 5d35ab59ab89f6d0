namespace MarketMaker.Engine.Book;

/// <summary>What of a resting order is not needed to find and order it; beside its node, at the
/// same slot.</summary>
internal struct OrderDetails
{
    /// <summary>The number of the account whose order it is.</summary>
    public int Account;

    /// <summary>Whether it is a level of a maker's ladder.</summary>
    public bool IsQuote;

    /// <summary>How it behaves when it is amended.</summary>
    public OrderKind Kind;

    public SelfTradePrevention SelfTrade;

    public bool Slide;

    /// <summary>What most orders do not have.</summary>
    public OrderConditions? Conditions;
}
