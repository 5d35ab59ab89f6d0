using System.Numerics;
using System.Runtime.CompilerServices;

namespace MarketMaker.Engine.Book;

/// <summary>Two sets of numbers, below and from <see cref="Size"/>, that find their next lower
/// member in at most five steps: each word of 64 bits has a bit in the layer above that says
/// whether it holds anything.</summary>
internal readonly struct PriceBits()
{
    /// <summary>64³, the numbers of a set: three layers.</summary>
    public const int Size = 1 << 18;

    private readonly Block<ulong> _words = new(2 * Size / 64);
    private readonly Block<ulong> _groups = new(2 * Size / 64 / 64);
    private readonly Block<ulong> _tops = new(2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int member)
    {
        ref var word = ref _words[member >> 6];
        var others = word;
        word = others | 1UL << member;
        if (others == 0)
            AddWord(member);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(int member)
    {
        ref var word = ref _words[member >> 6];
        var others = word & ~(1UL << member);
        word = others;
        if (others == 0)
            RemoveWord(member);
    }

    /// <summary>The highest member of a number's set that is at most the number, or −1.</summary>
    public int AtOrBelow(int number) =>
        TryFindInWord(number, out var member) ? member : InLowerWord(number >> 6);

    /// <summary>Finds the highest member that is at most the number among those of its word, as
    /// neighbours mostly are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFindInWord(int number, out int member)
    {
        // The bits of its word at and below it: shifting counts modulo 64.
        var word = _words[number >> 6] & (ulong.MaxValue >> ~number);
        member = (number & ~63) | BitOperations.Log2(word);
        return word != 0;
    }

    /// <summary>Says of a word that it is no longer empty.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddWord(int member)
    {
        _groups[member >> 12] |= 1UL << (member >> 6);
        _tops[member >> 18] |= 1UL << (member >> 12);
    }

    /// <summary>Says of an emptied word that it is empty.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RemoveWord(int member)
    {
        ref var group = ref _groups[member >> 12];
        group &= ~(1UL << (member >> 6));
        if (group == 0)
            _tops[member >> 18] &= ~(1UL << (member >> 12));
    }

    /// <summary>The highest member of the words below a word.</summary>
    private int InLowerWord(int index)
    {
        var group = _groups[index >> 6] & Under(index);
        if (group == 0)
        {
            var top = _tops[index >> 12] & Under(index >> 6);
            if (top == 0)
                return -1;
            index = ((index >> 12) << 12) | (BitOperations.Log2(top) << 6);
            group = _groups[index >> 6];
        }
        index = (index & ~63) | BitOperations.Log2(group);
        return (index << 6) | BitOperations.Log2(_words[index]);
    }

    /// <summary>The bits of a word below a number's.</summary>
    private static ulong Under(int number) => ~(ulong.MaxValue << number);
}
