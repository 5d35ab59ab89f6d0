namespace MarketMaker.Engine.Book;

/// <summary>The levels of a side, best first, for <c>foreach</c>; allocates nothing. Levels may not
/// come or go meanwhile.</summary>
internal ref struct BookLevels(PriceLevels levels, BookSide side)
{
    private long _key = BookSide.NoKey;
    private bool _started;

    public readonly BookLevel Current
    {
        get
        {
            ref var level = ref levels.At(side, _key);
            return new BookLevel(side.PriceOf(_key), level.Total, level.Orders, level.Head);
        }
    }

    public readonly BookLevels GetEnumerator() => this;

    public bool MoveNext()
    {
        _key = _started ? levels.Behind(side, _key) : side.BestKey;
        _started = true;
        return _key != BookSide.NoKey;
    }
}
