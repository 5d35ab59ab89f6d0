using System.Runtime.CompilerServices;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>The levels of both sides by price: an array with a place for each tick of a window,
/// and sorted levels outside it.</summary>
/// <remarks>
/// A price belongs to one side at a time, so the sides share the array. Work outside the window is
/// counted; once it has paid for moving the window, the window moves to the best price of the side
/// that the work was on. The array takes 4 MiB of addresses; the system gives memory to those
/// pages alone where orders have been.
/// </remarks>
internal sealed class PriceLevels
{
    private const long HalfWindow = PriceBits.Size / 2;

    private readonly PriceLevel[] _window = new PriceLevel[PriceBits.Size];
    private readonly BookSide[] _sides = [new(Side.Buy), new(Side.Sell)];
    private long _start = 1;
    private int _count;
    private long _farWork;

    /// <summary>The bids, whose keys are their prices.</summary>
    public BookSide Bids => _sides.At(0);

    public BookSide this[Side side] => _sides.At((int)side);

    /// <summary>The level of a key in use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PriceLevel At(BookSide side, long key)
    {
        var place = PlaceOf(side, key);
        if (IsInWindow(place))
            return ref _window.At(unchecked((int)place));
        return ref side.Far.At(key);
    }

    /// <summary>The level of a key; an empty one is about to get its first order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PriceLevel ToJoin(BookSide side, long key)
    {
        var place = PlaceOf(side, key);
        if (!IsInWindow(place))
            return ref ToJoinOutside(side, key);
        ref var level = ref _window.At(unchecked((int)place));
        if (level.Orders == 0)
        {
            side.Near.Add(side.Turn(unchecked((int)place)));
            Opened(side, key);
        }
        return ref level;
    }

    /// <summary>Takes out a level that has become empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Close(BookSide side, long key)
    {
        _count--;
        var place = PlaceOf(side, key);
        if (!IsInWindow(place))
        {
            CloseFar(side, key);
            return;
        }
        var member = side.Turn(unchecked((int)place));
        side.Near.Remove(member);
        if (key == side.BestKey)
            side.BestKey = Behind(side, key, member);
    }

    /// <summary>The best key that is worse than this one, or <see cref="BookSide.NoKey"/>.
    /// </summary>
    public long Behind(BookSide side, long key)
    {
        var place = PlaceOf(side, key);
        var from = IsInWindow(place) ? side.Turn(unchecked((int)place))
            : key > KeyOf(side, 0) ? PriceBits.Size
            : 0;
        return Behind(side, key, from);
    }

    /// <summary>The best key worse than this one, of which those in the window stand below a
    /// member.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Behind(BookSide side, long key, int member)
    {
        var below = side.Near.Below(member);
        var near = below < 0 ? BookSide.NoKey : KeyOf(side, below);
        return side.Far.IsEmpty ? near : Math.Max(near, side.Far.Behind(key));
    }

    /// <summary>How far a price lies from the window's start, round the 64 bits for one below it.
    /// </summary>
    private long PlaceOf(BookSide side, long key) =>
        unchecked(side.PriceOf(key).Ticks - _start);

    private static bool IsInWindow(long place) => unchecked((ulong)place) < PriceBits.Size;

    private long KeyOf(BookSide side, int member) =>
        unchecked(_start + side.Turn(member)) ^ side.Mask;

    private void Opened(BookSide side, long key)
    {
        _count++;
        if (key <= side.BestKey)
            return;
        // Only a new best price can cross the other side, whose keys are turned the other way.
        Invariant.Holds(key < ~_sides.At(1 + unchecked((int)side.Mask)).BestKey);
        side.BestKey = key;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CloseFar(BookSide side, long key)
    {
        _farWork++;
        side.Far.Remove(key);
        if (key == side.BestKey)
            side.BestKey = Behind(side, key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref PriceLevel ToJoinOutside(BookSide side, long key)
    {
        if (TryMove(side, key))
            return ref ToJoin(side, key);
        _farWork++;
        ref var level = ref side.Far.GetOrAdd(key);
        if (level.Orders == 0)
            Opened(side, key);
        return ref level;
    }

    /// <summary>Moves the window to the market if it is time to.</summary>
    /// <returns>Whether a key outside the window is in it now.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryMove(BookSide side, long key)
    {
        // A level moves into the sorted ones and out again at worst.
        if (_count > 0 && _farWork < 64 + 2L * _count)
            return false;
        _farWork = 0;
        var best = side.PriceOf(Math.Max(key, side.BestKey)).Ticks;
        var middle = Math.Clamp(
            best, long.MinValue + HalfWindow + 1, long.MaxValue - 2 * HalfWindow);
        var start = middle - HalfWindow;
        if (_count > 0 && unchecked((ulong)(start - _start + HalfWindow / 2)) < HalfWindow)
            return false;
        foreach (var levels in _sides)
            Evict(levels);
        _start = start;
        foreach (var levels in _sides)
            Admit(levels);
        return IsInWindow(PlaceOf(side, key));
    }

    private void Evict(BookSide side)
    {
        for (var member = side.Near.Below(PriceBits.Size);
            member >= 0;
            member = side.Near.Below(member))
        {
            ref var level = ref _window[side.Turn(member)];
            side.Far.GetOrAdd(KeyOf(side, member)) = level;
            level = default;
            side.Near.Remove(member);
        }
    }

    private void Admit(BookSide side)
    {
        var worst = KeyOf(side, 0);
        var key = side.Far.Behind(KeyOf(side, PriceBits.Size - 1) + 1);
        while (key >= worst)
        {
            var place = (int)PlaceOf(side, key);
            _window[place] = side.Far.At(key);
            side.Near.Add(side.Turn(place));
            side.Far.Remove(key);
            key = side.Far.Behind(key);
        }
    }
}
