using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>All orders of one side at one price, first come first.</summary>
internal struct PriceLevel
{
    public Price Price;
    public Quantity Total;
    public int Orders;
    public int Head;
    public int Tail;
}
