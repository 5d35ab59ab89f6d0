using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>The levels of a side, best first, for <c>foreach</c>; allocates nothing. Levels may not
/// come or go meanwhile.</summary>
internal ref struct BookLevels(PriceLevels levels, Side side)
{
    private long _key = PriceLevels.NoKey;
    private bool _started;

    public readonly BookLevel Current
    {
        get
        {
            var price = PriceLevels.PriceOf(side, _key);
            ref var level = ref levels.At(side, price);
            return new BookLevel(price, level.Total, level.Orders, level.Head);
        }
    }

    public readonly BookLevels GetEnumerator() => this;

    public bool MoveNext()
    {
        _key = _started ? levels.Behind(side, _key) : levels.BestKey(side);
        _started = true;
        return _key != PriceLevels.NoKey;
    }
}
