using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>The price levels of one side; the bids and the asks are this type used twice.</summary>
/// <remarks>Levels are kept worst first, so that the busy end, the best price, is the array's end
/// and an insertion there moves little. Finding is O(log levels), inserting O(levels behind it).
/// </remarks>
internal sealed class BookSide(Side side)
{
    private PriceLevel[] _levels = new PriceLevel[256];

    public int Count { get; private set; }

    /// <summary>The level that is <paramref name="rank"/> steps behind the best; 0 is the best.
    /// </summary>
    public ref PriceLevel FromBest(int rank) => ref _levels[Count - 1 - rank];

    /// <summary>The level of a price, which must exist.</summary>
    public ref PriceLevel At(Price price)
    {
        var index = Find(price);
        Invariant.Holds(index >= 0);
        return ref _levels[index];
    }

    /// <summary>The level of a price, made empty if there is none yet.</summary>
    public ref PriceLevel GetOrAdd(Price price)
    {
        var index = Find(price);
        if (index >= 0)
            return ref _levels[index];
        index = ~index;
        if (Count == _levels.Length)
            Array.Resize(ref _levels, Count * 2);
        Array.Copy(_levels, index, _levels, index + 1, Count - index);
        Count++;
        _levels[index] = new PriceLevel
        {
            Price = price, Head = OrderBook.None, Tail = OrderBook.None,
        };
        return ref _levels[index];
    }

    public void Remove(Price price)
    {
        var index = Find(price);
        Invariant.Holds(index >= 0 && _levels[index].Orders == 0);
        Count--;
        Array.Copy(_levels, index + 1, _levels, index, Count - index);
    }

    private int Find(Price price)
    {
        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var candidate = _levels[middle].Price;
            if (candidate == price)
                return middle;
            if (price.IsBetterThan(candidate, side))
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }
}
