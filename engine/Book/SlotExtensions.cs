using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MarketMaker.Engine.Book;

/// <summary>Array access without the runtime's own check of the index.</summary>
/// <remarks>For the innermost of the book alone, where each index was made by the book itself and
/// stays within the array: a slot comes off the free list, which holds the array's slots; a place
/// in the index is cut to the array's length, a power of 2; a place in the window is compared with
/// the window's length first. Debug builds, and so the tests, check each.</remarks>
internal static class SlotExtensions
{
    public static ref T At<T>(this T[] array, int index)
    {
        Debug.Assert((uint)index < (uint)array.Length);
        return ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(array), unchecked((nint)(uint)index));
    }
}
