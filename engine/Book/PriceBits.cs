using System.Numerics;
using System.Runtime.CompilerServices;

namespace MarketMaker.Engine.Book;

/// <summary>A set of the numbers from 0 to <see cref="Size"/> − 1 that finds the next lower member
/// in at most five steps: each word of 64 bits has a bit in the layer above that says whether it
/// holds anything.</summary>
internal struct PriceBits()
{
    /// <summary>64³: three layers.</summary>
    public const int Size = 1 << 18;

    private readonly ulong[] _words = new ulong[Size / 64];
    private readonly ulong[] _groups = new ulong[Size / 64 / 64];
    private ulong _top;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int member)
    {
        ref var word = ref _words.At(member >> 6);
        if (word == 0)
        {
            _groups.At(member >> 12) |= 1UL << (member >> 6);
            _top |= 1UL << (member >> 12);
        }
        word |= 1UL << member;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(int member)
    {
        ref var word = ref _words.At(member >> 6);
        word &= ~(1UL << member);
        if (word != 0)
            return;
        ref var group = ref _groups.At(member >> 12);
        group &= ~(1UL << (member >> 6));
        if (group == 0)
            _top &= ~(1UL << (member >> 12));
    }

    /// <summary>The highest member below a number from 0 to <see cref="Size"/>, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Below(int number)
    {
        var highest = number - 1;
        if (highest < 0)
            return -1;
        // The bits of its word at and below it: shifting counts modulo 64.
        var word = _words.At(highest >> 6) & (ulong.MaxValue >> ~highest);
        return word != 0
            ? (highest & ~63) | BitOperations.Log2(word)
            : InLowerWord(highest >> 6);
    }

    /// <summary>The highest member of the words below a word.</summary>
    private readonly int InLowerWord(int index)
    {
        var group = _groups[index >> 6] & Under(index);
        if (group == 0)
        {
            var top = _top & Under(index >> 6);
            if (top == 0)
                return -1;
            index = BitOperations.Log2(top) << 6;
            group = _groups[index >> 6];
        }
        index = (index & ~63) | BitOperations.Log2(group);
        return (index << 6) | BitOperations.Log2(_words[index]);
    }

    /// <summary>The bits of a word below a number's.</summary>
    private static ulong Under(int number) => ~(ulong.MaxValue << number);
}
