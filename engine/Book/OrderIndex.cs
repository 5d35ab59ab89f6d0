using System.Numerics;

namespace MarketMaker.Engine.Book;

/// <summary>Finds an order's slot by its number: open addressing with linear probing, sized to the
/// live orders; deletion moves later entries back, so that no markers pile up.</summary>
/// <remarks>It stores slots alone; the numbers are in the nodes.</remarks>
internal sealed class OrderIndex
{
    private int[] _slots = new int[2048];
    private int _shift = 64 - 11;

    public int Count { get; private set; }

    /// <summary>The slot of an order, or <see cref="OrderBook.None"/>.</summary>
    public int Find(OrderNode[] nodes, long id)
    {
        var slots = _slots;
        for (var at = Home(id); ; at = (at + 1) & (slots.Length - 1))
        {
            var slot = slots[at];
            if (slot == OrderBook.None || nodes[slot].Id.Value == id)
                return slot;
        }
    }

    /// <summary>Adds an order that has its number already, unless the number is in use.</summary>
    public bool TryAdd(OrderNode[] nodes, long id, int slot)
    {
        if (Count >= _slots.Length / 2)
            Grow(nodes);
        var slots = _slots;
        var at = Home(id);
        for (; slots[at] != OrderBook.None; at = (at + 1) & (slots.Length - 1))
        {
            if (nodes[slots[at]].Id.Value == id)
                return false;
        }
        slots[at] = slot;
        Count++;
        return true;
    }

    /// <summary>Takes out an order, which must be in.</summary>
    public void Remove(OrderNode[] nodes, int slot)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var hole = Home(nodes[slot].Id.Value);
        while (slots[hole] != slot)
        {
            Invariant.Holds(slots[hole] != OrderBook.None);
            hole = (hole + 1) & mask;
        }
        for (var at = (hole + 1) & mask; slots[at] != OrderBook.None; at = (at + 1) & mask)
        {
            // An entry may move back into the hole unless its home lies behind the hole.
            var fromHome = (at - Home(nodes[slots[at]].Id.Value)) & mask;
            if (fromHome < ((at - hole) & mask))
                continue;
            slots[hole] = slots[at];
            hole = at;
        }
        slots[hole] = OrderBook.None;
        Count--;
    }

    /// <summary>Where the search for a number begins: Fibonacci hashing, which spreads runs and
    /// strides alike.</summary>
    private int Home(long id) =>
        (int)(unchecked((ulong)id * 0x9E3779B97F4A7C15UL) >> _shift);

    private void Grow(OrderNode[] nodes)
    {
        var old = _slots;
        _slots = new int[old.Length * 2];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
        foreach (var slot in old)
        {
            if (slot == OrderBook.None)
                continue;
            var at = Home(nodes[slot].Id.Value);
            while (_slots[at] != OrderBook.None)
                at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }
}
