using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>A resting order in the pool, linked into its level's queue by indexes.</summary>
internal struct OrderNode
{
    public OrderId Id;
    public Price Price;
    public Quantity Remaining;
    public int Account;
    public int Previous;
    public int Next;
    public Side Side;
    public bool IsQuote;
}
