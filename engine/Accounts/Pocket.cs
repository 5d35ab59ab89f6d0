namespace MarketMaker.Engine.Accounts;

/// <summary>What an account has of one asset, as the ledger keeps it: in tick·lots of the quote
/// asset or lots of the base asset, changed in place.</summary>
internal struct Pocket
{
    /// <summary>What a new order may use.</summary>
    public long Available;

    /// <summary>What live orders hold back.</summary>
    public long Reserved;
}
