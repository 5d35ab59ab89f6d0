namespace MarketMaker.Engine.Book;

/// <summary>A run of neighbouring far levels, worst first.</summary>
internal sealed class FarBlock
{
    /// <summary>The most levels of a block: an insertion moves at most this many.</summary>
    public const int Capacity = 64;

    public readonly long[] Keys = new long[Capacity];
    public readonly PriceLevel[] Levels = new PriceLevel[Capacity];
    public int Count;

    public void Insert(int at, long key)
    {
        Array.Copy(Keys, at, Keys, at + 1, Count - at);
        Array.Copy(Levels, at, Levels, at + 1, Count - at);
        Keys[at] = key;
        Levels[at] = default;
        Count++;
    }

    public void RemoveAt(int at)
    {
        Count--;
        Array.Copy(Keys, at + 1, Keys, at, Count - at);
        Array.Copy(Levels, at + 1, Levels, at, Count - at);
    }

    /// <summary>Moves the better half into an empty block.</summary>
    public void SplitInto(FarBlock better)
    {
        const int half = Capacity / 2;
        Array.Copy(Keys, half, better.Keys, 0, half);
        Array.Copy(Levels, half, better.Levels, 0, half);
        Count = better.Count = half;
    }
}
