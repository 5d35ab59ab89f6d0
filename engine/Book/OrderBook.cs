using System.Runtime.CompilerServices;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Resting orders in price-time priority. It knows neither money nor owners' rules: the
/// <see cref="MatchingEngine"/> decides, the book keeps order.</summary>
/// <remarks>
/// Orders live in one pooled block and refer to each other by slot, so a warm book does not
/// allocate; slot 0 is nobody, so that fresh memory is an empty book. A book is never crossed.
/// Prices lie between, and are not, the least and the greatest of 64 bits. One thread at a time.
/// </remarks>
internal sealed class OrderBook
{
    /// <summary>The slot that stands for no order.</summary>
    public const int None = 0;

    private readonly PriceLevels _levels = new();
    private OrderIndex _index = new();
    private OrderNode[] _nodes = new OrderNode[1024];
    private OrderDetails[] _details = new OrderDetails[1024];
    // Beside the details, which are larger: whoever takes an order out needs no more than this.
    private bool[] _isIndexed = new bool[1024];
    private int _firstFree;

    public OrderBook() => Link(1);

    /// <summary>How many orders rest, quotes included.</summary>
    public int Count { get; private set; }

    /// <summary>A resting order; void after the next <see cref="Rest(OrderId, Side, Price,
    /// Quantity)"/>.</summary>
    public ref OrderNode Node(int slot) => ref _nodes.At(slot);

    /// <summary>The rest of a resting order; void as <see cref="Node"/> is.</summary>
    public ref OrderDetails Details(int slot) => ref _details.At(slot);

    /// <summary>The slot of an order, or <see cref="None"/>. Quotes are not found: their ladder
    /// knows their slots (<see cref="IsQuoteAt"/>).</summary>
    public int Find(OrderId id) => _index.Find(_nodes, id.Value);

    /// <summary>Whether a quote that was given this slot rests there still.</summary>
    public bool IsQuoteAt(int slot, OrderId id) =>
        slot != None && _details.At(slot).IsQuote && _nodes.At(slot).Id == id;

    /// <summary>The side of a resting order: the book is never crossed, so its price says it.
    /// </summary>
    public Side SideOf(int slot) =>
        _nodes.At(slot).Price.Ticks <= _levels.Bids.BestKey ? Side.Buy : Side.Sell;

    /// <summary>The first order in line on a side, or <see cref="None"/>.</summary>
    public int Best(Side side)
    {
        var levels = _levels[side];
        return levels.BestKey == BookSide.NoKey ? None : _levels.At(levels, levels.BestKey).Head;
    }

    /// <summary>Whether a taker with this limit meets any order.</summary>
    public bool IsReachedBy(Price limit, Side taker)
    {
        var levels = _levels[taker.Opposite()];
        return levels.KeyOf(limit) <= levels.BestKey;
    }

    /// <summary>The levels of a side, best first.</summary>
    public BookLevels Levels(Side side) => new(_levels, _levels[side]);

    /// <summary>Appends an order to the queue of its price.</summary>
    /// <returns>Its slot, whose <see cref="Details"/> are left over from an earlier order.
    /// </returns>
    /// <exception cref="InvariantBrokenException">Its number is live already, it is empty, or it
    /// would cross the book.</exception>
    public int Rest(OrderId id, Side side, Price price, Quantity quantity)
    {
        var slot = TryRest(id, side, price, quantity);
        Invariant.Holds(slot != None);
        return slot;
    }

    /// <summary>Does as <see cref="Rest(OrderId, Side, Price, Quantity)"/> does, unless the number
    /// is live already.</summary>
    /// <returns>Its slot, or <see cref="None"/>.</returns>
    public int TryRest(OrderId id, Side side, Price price, Quantity quantity)
    {
        var slot = Free();
        if (!_index.TryAdd(_nodes, id.Value, slot))
            return None;
        _isIndexed.At(slot) = true;
        Enter(slot, id, side, price, quantity);
        return slot;
    }

    /// <summary>Appends a quote to the queue of its price. Its ladder remembers its slot, so that
    /// it costs no entry in the index.</summary>
    /// <returns>Its slot.</returns>
    /// <exception cref="InvariantBrokenException">It is empty, or it would cross the book.
    /// </exception>
    public int RestQuote(OrderId id, int account, Side side, Price price, Quantity quantity)
    {
        var slot = Free();
        _isIndexed.At(slot) = false;
        Enter(slot, id, side, price, quantity);
        ref var details = ref _details.At(slot);
        // A reference written costs the collector's note, even one to nothing.
        if (details.Conditions is not null)
            details.Conditions = null;
        details.Account = account;
        details.IsQuote = true;
        (details.Kind, details.SelfTrade, details.Slide) = (default, default, false);
        return slot;
    }

    /// <summary>Puts another quote of the same owner and price where one rests, last in line.
    /// </summary>
    public void RenewQuote(int slot, OrderId id, Quantity quantity)
    {
        Invariant.Holds(_details.At(slot).IsQuote);
        _nodes.At(slot).Id = id;
        Requeue(slot, quantity);
    }

    /// <summary>Takes some of an order away, keeping its place; the last of it removes it.
    /// </summary>
    public void Reduce(int slot, Quantity by)
    {
        ref var node = ref _nodes.At(slot);
        Invariant.Holds(by.Lots > 0 && by <= node.Remaining);
        if (by == node.Remaining)
        {
            Remove(slot);
            return;
        }
        node.Remaining -= by;
        var levels = _levels[SideOf(slot)];
        _levels.At(levels, levels.KeyOf(node.Price)).Total -= by;
    }

    /// <summary>Takes an order out by its number: quicker than to find it first.</summary>
    /// <returns>Its slot, whose <see cref="Node"/> says what it was until the next order rests;
    /// <see cref="None"/> if there is no such order.</returns>
    public int TryRemove(OrderId id, out Side side)
    {
        var slot = _index.TryRemove(_nodes, id.Value);
        side = default;
        if (slot == None)
            return None;
        side = SideOf(slot);
        Detach(slot, side);
        return slot;
    }

    /// <summary>Takes an order out.</summary>
    public void Remove(int slot)
    {
        if (_isIndexed.At(slot))
            Invariant.Holds(_index.TryRemove(_nodes, _nodes.At(slot).Id.Value) == slot);
        else
            _details.At(slot).IsQuote = false;
        Detach(slot, SideOf(slot));
    }

    /// <summary>Takes an order off its queue and frees its slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Detach(int slot, Side side)
    {
        ref var node = ref _nodes.At(slot);
        var levels = _levels[side];
        var key = levels.KeyOf(node.Price);
        ref var level = ref _levels.At(levels, key);
        level.Total -= node.Remaining;
        Unlink(ref level, slot, ref node);
        if (level.Orders == 0)
            _levels.Close(levels, key);
        Count--;
        node.Next = _firstFree;
        _firstFree = slot;
    }

    /// <summary>Moves an order to the end of its queue, with another quantity.</summary>
    public void Requeue(int slot, Quantity quantity)
    {
        Invariant.Holds(quantity.Lots > 0);
        ref var node = ref _nodes.At(slot);
        var levels = _levels[SideOf(slot)];
        ref var level = ref _levels.At(levels, levels.KeyOf(node.Price));
        level.Total += quantity - node.Remaining;
        node.Remaining = quantity;
        if (node.Next == None)
            return;
        Unlink(ref level, slot, ref node);
        node.Next = None;
        Append(ref level, slot, ref node);
    }

    /// <summary>Copies the best levels of a side, best first.</summary>
    /// <returns>How many were written.</returns>
    public int CopyDepth(Side side, Span<DepthLevel> into)
    {
        var count = 0;
        foreach (var level in Levels(side))
        {
            if (count == into.Length)
                break;
            into[count++] = new DepthLevel(level.Price, level.Total, level.Orders);
        }
        return count;
    }

    /// <summary>Takes a free slot and appends its new order to the queue of its price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(int slot, OrderId id, Side side, Price price, Quantity quantity)
    {
        Invariant.Holds(quantity.Lots > 0);
        ref var node = ref _nodes.At(slot);
        _firstFree = node.Next;
        node.Id = id;
        node.Price = price;
        node.Remaining = quantity;
        node.Next = None;
        var levels = _levels[side];
        ref var level = ref _levels.ToJoin(levels, levels.KeyOf(price));
        Append(ref level, slot, ref node);
        level.Total += quantity;
        Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(ref PriceLevel level, int slot, ref OrderNode node)
    {
        if (level.Orders++ == 0)
        {
            level.Head = slot;
            node.Previous = slot;
            return;
        }
        ref var head = ref _nodes.At(level.Head);
        node.Previous = head.Previous;
        _nodes.At(head.Previous).Next = slot;
        head.Previous = slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unlink(ref PriceLevel level, int slot, ref OrderNode node)
    {
        level.Orders--;
        if (level.Head == slot)
            level.Head = node.Next;
        else
            _nodes.At(node.Previous).Next = node.Next;
        // The first in line knows the last. Nobody's slot takes what an empty level would know.
        _nodes.At(node.Next == None ? level.Head : node.Next).Previous = node.Previous;
    }

    /// <summary>The slot that the next order gets: the head of a list whose links are the nodes'.
    /// </summary>
    private int Free()
    {
        if (_firstFree == None)
            Grow();
        return _firstFree;
    }

    private void Grow()
    {
        var used = _nodes.Length;
        Array.Resize(ref _nodes, used * 2);
        Array.Resize(ref _details, used * 2);
        Array.Resize(ref _isIndexed, used * 2);
        Link(used);
    }

    /// <summary>Makes a list of the slots from one to the end.</summary>
    private void Link(int first)
    {
        for (var slot = first; slot < _nodes.Length - 1; slot++)
            _nodes[slot].Next = slot + 1;
        _nodes[^1].Next = None;
        _firstFree = first;
    }
}
