using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MarketMaker.Engine.Book;

/// <summary>Values side by side in memory that never moves and begins at a cache line, read and
/// written without the runtime's checks of the array and the index.</summary>
/// <remarks>
/// For the innermost of the book alone, where each index was made by the book itself and stays
/// within the block: a slot comes off the free list, which holds the block's slots; a place in the
/// index is cut to the block's length, a power of 2; a place in the window is compared with the
/// window's length first; a member of a set is such a place. Debug builds, and so the tests, check
/// each. The pointer leads into pinned memory that this holds, and never leaves it but as a
/// reference, which the collector knows: whoever holds the block's owner, or such a reference,
/// holds the memory.
/// </remarks>
internal readonly unsafe struct Block<T>
    where T : unmanaged
{
    /// <summary>A cache line: nothing whose size divides it, or is divided by it, lies across
    /// two.</summary>
    private const int Line = 64;

    private readonly T* _first;
    private readonly byte[] _memory;

    /// <summary>Makes a block of zeroes.</summary>
    /// <param name="length">How many values; at least 1.</param>
    public Block(int length)
    {
        _memory = GC.AllocateArray<byte>(length * sizeof(T) + Line, pinned: true);
        var start = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
        _first = (T*)((start + Line - 1) & ~(nuint)(Line - 1));
        Length = length;
    }

    /// <summary>How many values there are.</summary>
    public int Length { get; }

    /// <summary>A value.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> − 1: the caller's to prove.</param>
    public ref T this[int index]
    {
        get
        {
            Debug.Assert((uint)index < (uint)Length);
            // The block's size in bytes fits into 31 bits.
            unchecked
            {
                return ref _first[(uint)index];
            }
        }
    }

    /// <summary>All of it.</summary>
    public Span<T> Values => new(_first, Length);

    /// <summary>A block twice as long that begins with these values.</summary>
    public Block<T> Doubled()
    {
        var doubled = new Block<T>(Length * 2);
        Values.CopyTo(doubled.Values);
        return doubled;
    }
}
