using System.Numerics;
using System.Runtime.CompilerServices;

namespace MarketMaker.Engine.Book;

/// <summary>Finds an order's slot by its number: open addressing with linear probing, at most half
/// full of live orders; deletion moves later entries back, so that no markers pile up.</summary>
/// <remarks>It stores slots alone; the numbers are in the nodes.</remarks>
internal struct OrderIndex()
{
    private Block<int> _slots = new(2048);
    private int _mask = 2048 - 1;
    private int _shift = 64 - 11;
    private int _count;

    /// <summary>The slot of an order, or <see cref="OrderBook.None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Find(in Block<OrderNode> nodes, long id)
    {
        for (var at = Home(id); ; at = After(at))
        {
            var slot = _slots[at];
            if (slot == OrderBook.None || nodes[slot].Id.Value == id)
                return slot;
        }
    }

    /// <summary>Adds an order at a slot, unless its number is in use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(in Block<OrderNode> nodes, long id, int slot)
    {
        if (_count > _mask >> 1)
            Grow(nodes);
        var at = Home(id);
        for (; _slots[at] != OrderBook.None; at = After(at))
        {
            if (nodes[_slots[at]].Id.Value == id)
                return false;
        }
        _slots[at] = slot;
        _count = unchecked(_count + 1);
        return true;
    }

    /// <summary>Takes out an order.</summary>
    /// <returns>Its slot, or <see cref="OrderBook.None"/> if it is not in.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TryRemove(in Block<OrderNode> nodes, long id)
    {
        var at = Home(id);
        int found;
        for (; ; at = After(at))
        {
            found = _slots[at];
            if (found == OrderBook.None)
                return found;
            if (nodes[found].Id.Value == id)
                break;
        }
        Empty(nodes, at);
        return found;
    }

    /// <summary>Takes out an order that is in, at this slot: quicker than by its number alone.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(in Block<OrderNode> nodes, int slot)
    {
        var at = Home(nodes[slot].Id.Value);
        while (_slots[at] != slot)
        {
            Invariant.Holds(_slots[at] != OrderBook.None);
            at = After(at);
        }
        Empty(nodes, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Empty(in Block<OrderNode> nodes, int at)
    {
        _count = unchecked(_count - 1);
        if (_slots[After(at)] == OrderBook.None)
            _slots[at] = OrderBook.None;
        else
            MoveBack(nodes, at);
    }

    /// <summary>Moves entries behind a hole back into it, and into the holes that this leaves.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void MoveBack(in Block<OrderNode> nodes, int hole)
    {
        for (var at = After(hole); _slots[at] != OrderBook.None; at = After(at))
        {
            // An entry may move back into the hole unless its home lies behind the hole.
            var fromHome = (at - Home(nodes[_slots[at]].Id.Value)) & _mask;
            if (fromHome < ((at - hole) & _mask))
                continue;
            _slots[hole] = _slots[at];
            hole = at;
        }
        _slots[hole] = OrderBook.None;
    }

    /// <summary>Where the search for a number begins: Fibonacci hashing, which spreads runs and
    /// strides alike.</summary>
    private readonly int Home(long id) =>
        unchecked((int)((ulong)id * 0x9E3779B97F4A7C15UL >> _shift));

    /// <summary>The next place, round the end.</summary>
    private readonly int After(int at) => unchecked(at + 1) & _mask;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(in Block<OrderNode> nodes)
    {
        var old = _slots;
        _slots = new Block<int>(old.Length * 2);
        _mask = _slots.Length - 1;
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
        foreach (var slot in old.Values)
        {
            if (slot == OrderBook.None)
                continue;
            var at = Home(nodes[slot].Id.Value);
            while (_slots[at] != OrderBook.None)
                at = After(at);
            _slots[at] = slot;
        }
    }
}
