using System.Numerics;

namespace MarketMaker.Engine.Book;

/// <summary>Finds an order's slot by its number: open addressing with linear probing, sized to the
/// live orders; deletion moves later entries back, so that no markers pile up.</summary>
/// <remarks>It stores slots alone; the numbers are in the nodes.</remarks>
internal struct OrderIndex()
{
    private int[] _slots = new int[2048];
    private int _shift = 64 - 11;

    public int Count { get; private set; }

    /// <summary>The slot of an order, or <see cref="OrderBook.None"/>.</summary>
    public readonly int Find(OrderNode[] nodes, long id)
    {
        var slots = _slots;
        for (var at = Home(id); ; at = After(at, slots))
        {
            var slot = slots.At(at);
            if (slot == OrderBook.None || nodes.At(slot).Id.Value == id)
                return slot;
        }
    }

    /// <summary>Adds an order at a slot, unless its number is in use.</summary>
    public bool TryAdd(OrderNode[] nodes, long id, int slot)
    {
        if (Count >= _slots.Length >> 1)
            Grow(nodes);
        var slots = _slots;
        var at = Home(id);
        for (; slots.At(at) != OrderBook.None; at = After(at, slots))
        {
            if (nodes.At(slots.At(at)).Id.Value == id)
                return false;
        }
        slots.At(at) = slot;
        Count++;
        return true;
    }

    /// <summary>Takes out an order.</summary>
    /// <returns>Its slot, or <see cref="OrderBook.None"/> if it is not in.</returns>
    public int TryRemove(OrderNode[] nodes, long id)
    {
        var slots = _slots;
        var hole = Home(id);
        int found;
        for (; ; hole = After(hole, slots))
        {
            found = slots.At(hole);
            if (found == OrderBook.None)
                return found;
            if (nodes.At(found).Id.Value == id)
                break;
        }
        var mask = slots.Length - 1;
        for (var at = After(hole, slots); slots.At(at) != OrderBook.None; at = After(at, slots))
        {
            // An entry may move back into the hole unless its home lies behind the hole.
            var fromHome = (at - Home(nodes.At(slots.At(at)).Id.Value)) & mask;
            if (fromHome < ((at - hole) & mask))
                continue;
            slots.At(hole) = slots.At(at);
            hole = at;
        }
        slots.At(hole) = OrderBook.None;
        Count--;
        return found;
    }

    /// <summary>Where the search for a number begins: Fibonacci hashing, which spreads runs and
    /// strides alike.</summary>
    private readonly int Home(long id) =>
        unchecked((int)((ulong)id * 0x9E3779B97F4A7C15UL >> _shift));

    /// <summary>The next place, round the end.</summary>
    private static int After(int at, int[] slots) => (at + 1) & (slots.Length - 1);

    private void Grow(OrderNode[] nodes)
    {
        var old = _slots;
        _slots = new int[old.Length * 2];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
        foreach (var slot in old)
        {
            if (slot == OrderBook.None)
                continue;
            var at = Home(nodes.At(slot).Id.Value);
            while (_slots[at] != OrderBook.None)
                at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }
}
