using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What matching reads of a resting order: 32 bytes, two a cache line. What it seldom
/// needs is in <see cref="OrderDetails"/>; the side follows from the price
/// (<see cref="OrderBook.SideOf"/>).</summary>
internal struct OrderNode
{
    public OrderId Id;
    public Price Price;
    public Quantity Remaining;

    /// <summary>The order before it in its level's queue, which is a ring: before the first in
    /// line stands the last.</summary>
    public int Previous;

    /// <summary>The order behind it in its level's queue; behind the last, the first. Of a free
    /// slot, the next free one.</summary>
    public int Next;
}
