using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Resting orders in price-time priority. It knows neither money nor owners' rules: the
/// <see cref="MatchingEngine"/> decides, the book keeps order.</summary>
/// <remarks>Nodes live in one pooled block and refer to each other by index, so a warm book does
/// not allocate. One thread at a time.</remarks>
internal sealed class OrderBook
{
    /// <summary>The index that stands for no node.</summary>
    public const int None = -1;

    private readonly BookSide _bids = new(Side.Buy);
    private readonly BookSide _asks = new(Side.Sell);
    private readonly Dictionary<long, int> _slots = new(1024);
    private OrderNode[] _nodes = new OrderNode[1024];
    private int _firstFree = None;
    private int _used;

    public int Count => _slots.Count;

    public BookSide this[Side side] => side == Side.Buy ? _bids : _asks;

    public ref OrderNode Node(int slot) => ref _nodes[slot];

    public int Find(OrderId id) => _slots.TryGetValue(id.Value, out var slot) ? slot : None;

    /// <summary>The first order in line on a side, or <see cref="None"/>.</summary>
    public int Best(Side side)
    {
        var levels = this[side];
        return levels.Count == 0 ? None : levels.FromBest(0).Head;
    }

    /// <summary>Appends an order to the queue of its price.</summary>
    /// <exception cref="InvariantBrokenException">Its number is live already, or it is empty.
    /// </exception>
    public int Rest(
        OrderId id, int account, Side side, Price price, Quantity quantity, bool isQuote)
    {
        Invariant.Holds(quantity > Quantity.Zero);
        var slot = Take();
        Invariant.Holds(_slots.TryAdd(id.Value, slot));
        ref var level = ref this[side].GetOrAdd(price);
        _nodes[slot] = new OrderNode
        {
            Id = id,
            Account = account,
            Side = side,
            Price = price,
            Remaining = quantity,
            IsQuote = isQuote,
            Previous = level.Tail,
            Next = None,
        };
        if (level.Tail == None)
            level.Head = slot;
        else
            _nodes[level.Tail].Next = slot;
        level.Tail = slot;
        level.Total += quantity;
        level.Orders++;
        return slot;
    }

    /// <summary>Takes some of an order away, keeping its place; the last of it removes it.
    /// </summary>
    public void Reduce(int slot, Quantity by)
    {
        ref var node = ref _nodes[slot];
        Invariant.Holds(by > Quantity.Zero && by <= node.Remaining);
        node.Remaining -= by;
        ref var level = ref this[node.Side].At(node.Price);
        level.Total -= by;
        if (node.Remaining == Quantity.Zero)
            Unlink(slot, ref node, ref level);
    }

    /// <summary>Takes an order out.</summary>
    public void Remove(int slot) => Reduce(slot, _nodes[slot].Remaining);

    /// <summary>Copies the best levels of a side, best first.</summary>
    /// <returns>How many were written.</returns>
    public int CopyDepth(Side side, Span<DepthLevel> into)
    {
        var levels = this[side];
        var count = Math.Min(levels.Count, into.Length);
        for (var rank = 0; rank < count; rank++)
        {
            ref var level = ref levels.FromBest(rank);
            into[rank] = new DepthLevel(level.Price, level.Total, level.Orders);
        }
        return count;
    }

    private void Unlink(int slot, ref OrderNode node, ref PriceLevel level)
    {
        if (node.Previous == None)
            level.Head = node.Next;
        else
            _nodes[node.Previous].Next = node.Next;
        if (node.Next == None)
            level.Tail = node.Previous;
        else
            _nodes[node.Next].Previous = node.Previous;
        level.Orders--;
        if (level.Orders == 0)
            this[node.Side].Remove(node.Price);
        _slots.Remove(node.Id.Value);
        node.Next = _firstFree;
        _firstFree = slot;
    }

    private int Take()
    {
        if (_firstFree != None)
        {
            var slot = _firstFree;
            _firstFree = _nodes[slot].Next;
            return slot;
        }
        if (_used == _nodes.Length)
            Array.Resize(ref _nodes, _used * 2);
        return _used++;
    }
}
