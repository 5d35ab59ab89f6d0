using System.Numerics;

namespace MarketMaker.Engine.Book;

/// <summary>A set of the numbers from 0 to <see cref="Size"/> − 1 that finds the next lower member
/// in at most five steps: each word of 64 bits has a bit in the layer above that says whether it
/// holds anything.</summary>
internal sealed class PriceBits
{
    /// <summary>64³: three layers.</summary>
    public const int Size = 1 << 18;

    private readonly ulong[] _words = new ulong[Size / 64];
    private readonly ulong[] _groups = new ulong[Size / 64 / 64];
    private ulong _top;

    public void Add(int member)
    {
        _words[member >> 6] |= 1UL << member;
        _groups[member >> 12] |= 1UL << (member >> 6);
        _top |= 1UL << (member >> 12);
    }

    public void Remove(int member)
    {
        ref var word = ref _words[member >> 6];
        word &= ~(1UL << member);
        if (word != 0)
            return;
        ref var group = ref _groups[member >> 12];
        group &= ~(1UL << (member >> 6));
        if (group == 0)
            _top &= ~(1UL << (member >> 12));
    }

    /// <summary>The highest member below a number from 0 to <see cref="Size"/>, or −1.</summary>
    public int Below(int number)
    {
        if (number == 0)
            return -1;
        // From here on: the highest at or below.
        number--;
        var word = _words[number >> 6] & UpTo(number);
        if (word != 0)
            return (number & ~63) | BitOperations.Log2(word);
        var index = number >> 6;
        var group = _groups[index >> 6] & Under(index);
        if (group == 0)
        {
            var top = _top & Under(index >> 6);
            if (top == 0)
                return -1;
            var highest = BitOperations.Log2(top);
            group = _groups[highest];
            index = highest << 6;
        }
        index = (index & ~63) | BitOperations.Log2(group);
        return (index << 6) | BitOperations.Log2(_words[index]);
    }

    /// <summary>The bits of a word at and below a number's.</summary>
    private static ulong UpTo(int number) => ulong.MaxValue >> ~number;

    /// <summary>The bits of a word below a number's.</summary>
    private static ulong Under(int number) => ~(ulong.MaxValue << number);
}
