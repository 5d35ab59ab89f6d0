namespace MarketMaker.Engine.Book;

/// <summary>The levels of a side whose prices lie outside the book's window, sorted: blocks of at
/// most <see cref="FarBlock.Capacity"/> levels, and a directory of the blocks.</summary>
/// <remarks>All in O(log levels) but for the moving of one block's levels, and of the directory
/// once in <see cref="FarBlock.Capacity"/> / 2 insertions. Blocks are used again.</remarks>
internal sealed class FarLevels
{
    private FarBlock[] _blocks = new FarBlock[8];
    private int _blockCount;
    private FarBlock[] _spare = new FarBlock[8];
    private int _spareCount;

    public bool IsEmpty => _blockCount == 0;

    /// <summary>The best level's key, or <see cref="PriceLevels.NoKey"/>.</summary>
    public long BestKey
    {
        get
        {
            if (_blockCount == 0)
                return PriceLevels.NoKey;
            var last = _blocks[_blockCount - 1];
            return last.Keys[last.Count - 1];
        }
    }

    /// <summary>The level of a key, which must exist.</summary>
    public ref PriceLevel At(long key)
    {
        var block = _blocks[BlockOf(key)];
        var at = block.Keys.AsSpan(0, block.Count).BinarySearch(key);
        Invariant.Holds(at >= 0);
        return ref block.Levels[at];
    }

    /// <summary>The level of a key, made empty if there is none yet.</summary>
    public ref PriceLevel GetOrAdd(long key)
    {
        if (_blockCount == 0)
            InsertBlock(0);
        var index = BlockOf(key);
        var block = _blocks[index];
        var at = block.Keys.AsSpan(0, block.Count).BinarySearch(key);
        if (at >= 0)
            return ref block.Levels[at];
        at = ~at;
        if (block.Count == FarBlock.Capacity)
        {
            var better = InsertBlock(index + 1);
            block.SplitInto(better);
            if (at > block.Count)
                (block, at) = (better, at - block.Count);
        }
        block.Insert(at, key);
        return ref block.Levels[at];
    }

    public void Remove(long key)
    {
        var index = BlockOf(key);
        var block = _blocks[index];
        var at = block.Keys.AsSpan(0, block.Count).BinarySearch(key);
        Invariant.Holds(at >= 0);
        block.RemoveAt(at);
        if (block.Count == 0)
            RemoveBlock(index);
    }

    /// <summary>The best key that is worse than this one, or <see cref="PriceLevels.NoKey"/>.
    /// </summary>
    public long Behind(long key)
    {
        if (_blockCount == 0)
            return PriceLevels.NoKey;
        var index = BlockOf(key);
        var block = _blocks[index];
        var at = block.Keys.AsSpan(0, block.Count).BinarySearch(key);
        at = (at >= 0 ? at : ~at) - 1;
        if (at >= 0)
            return block.Keys[at];
        if (index == 0)
            return PriceLevels.NoKey;
        var worse = _blocks[index - 1];
        return worse.Keys[worse.Count - 1];
    }

    /// <summary>The block where a key is or would be.</summary>
    private int BlockOf(long key)
    {
        var low = 0;
        var high = _blockCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_blocks[middle].Keys[0] <= key)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    private FarBlock InsertBlock(int index)
    {
        if (_blockCount == _blocks.Length)
        {
            Array.Resize(ref _blocks, _blockCount * 2);
            Array.Resize(ref _spare, _blockCount * 2);
        }
        Array.Copy(_blocks, index, _blocks, index + 1, _blockCount - index);
        _blockCount++;
        return _blocks[index] = _spareCount > 0 ? _spare[--_spareCount] : new FarBlock();
    }

    private void RemoveBlock(int index)
    {
        _spare[_spareCount++] = _blocks[index];
        _blockCount--;
        Array.Copy(_blocks, index + 1, _blocks, index, _blockCount - index);
    }
}
