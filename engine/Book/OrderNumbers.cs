using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Numbers the orders of a market, quotes included: the epoch, then a count.</summary>
internal sealed class OrderNumbers(long epoch)
{
    private const int EpochShift = 36;

    /// <summary>The last number given.</summary>
    public long Last { get; private set; } = epoch << EpochShift;

    /// <summary>Goes on after a number, unless the epoch is beyond it already.</summary>
    public void Restore(long last) => Last = Math.Max(Last, last);

    public OrderId Next() => new(++Last);
}
