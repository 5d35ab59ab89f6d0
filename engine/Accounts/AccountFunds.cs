using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>A <see cref="Balance"/> as the ledger keeps it: changed in place, a field at a time.
/// </summary>
internal struct AccountFunds
{
    public Quantity BaseAvailable;
    public Quantity BaseReserved;
    public Notional QuoteAvailable;
    public Notional QuoteReserved;

    public readonly Balance ToBalance() =>
        new(BaseAvailable, BaseReserved, QuoteAvailable, QuoteReserved);
}
