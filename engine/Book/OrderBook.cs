using System.Runtime.CompilerServices;
using MarketMaker.Engine.Accounts;
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
    private Block<OrderNode> _nodes = new(1024);
    private Block<OrderDetails> _details = new(1024);
    private OrderConditions?[] _conditions = [];
    private int _firstFree;

    public OrderBook() => Link(1);

    /// <summary>How many orders rest, quotes included.</summary>
    public int Count { get; private set; }

    /// <summary>A resting order; void after the next <see cref="Rest"/>.</summary>
    public ref OrderNode Node(int slot) => ref _nodes[slot];

    /// <summary>The rest of a resting order; void as <see cref="Node"/> is.</summary>
    public ref OrderDetails Details(int slot) => ref _details[slot];

    /// <summary>What a resting order has that most do not; null for most.</summary>
    public OrderConditions? Conditions(int slot) =>
        _details[slot].HasConditions ? _conditions[slot] : null;

    /// <summary>The slot of an order, or <see cref="None"/>. Quotes are not found: their ladder
    /// knows their slots (<see cref="IsQuoteAt"/>).</summary>
    public int Find(OrderId id) => _index.Find(_nodes, id.Value);

    /// <summary>Whether a quote that was given this slot rests there still.</summary>
    public bool IsQuoteAt(int slot, OrderId id) =>
        slot != None && _details[slot].IsQuote && _nodes[slot].Id == id;

    /// <summary>The side of a resting order: the book is never crossed, so its price says it.
    /// </summary>
    public Side SideOf(int slot) =>
        _nodes[slot].Price.Ticks <= _levels.BestKey(Side.Buy) ? Side.Buy : Side.Sell;

    /// <summary>The first order in line on a side, or <see cref="None"/>.</summary>
    public int Best(Side side)
    {
        var key = _levels.BestKey(side);
        return key == PriceLevels.NoKey
            ? None
            : _levels.At(side, PriceLevels.PriceOf(side, key)).Head;
    }

    /// <summary>The order behind another of its level, or <see cref="None"/>.</summary>
    public int After(int slot, in BookLevel level)
    {
        var next = _nodes[slot].Next;
        return next == level.Head ? None : next;
    }

    /// <summary>The order before a resting one in its level, or <see cref="None"/>.</summary>
    public int Before(int slot)
    {
        ref readonly var node = ref _nodes[slot];
        return _levels.At(SideOf(slot), node.Price).Head == slot ? None : node.Previous;
    }

    /// <summary>Whether a taker with this limit meets any order.</summary>
    public bool IsReachedBy(Price limit, Side taker)
    {
        var side = taker.Opposite();
        return PriceLevels.KeyOf(side, limit) <= _levels.BestKey(side);
    }

    /// <summary>The levels of a side, best first.</summary>
    public BookLevels Levels(Side side) => new(_levels, side);

    /// <summary>Appends an order to the queue of its price.</summary>
    /// <returns>Its slot, for <see cref="Describe"/>: who it is of is left over from an earlier
    /// order.</returns>
    /// <exception cref="InvariantBrokenException">Its number is live already, it is empty, or it
    /// would cross the book.</exception>
    public int Rest(OrderId id, Side side, Price price, Quantity quantity)
    {
        var slot = TryRest(id, side, price, quantity);
        Invariant.Holds(slot != None);
        return slot;
    }

    /// <summary>Does as <see cref="Rest"/> does, unless the number is live already.</summary>
    /// <returns>Its slot, or <see cref="None"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int TryRest(OrderId id, Side side, Price price, Quantity quantity)
    {
        var slot = Free();
        if (!_index.TryAdd(_nodes, id.Value, slot))
            return None;
        Enter(slot, id, side, price, quantity);
        return slot;
    }

    /// <summary>Says whose a resting order is and what it is besides.</summary>
    public void Describe(int slot, in OrderDetails details, OrderConditions? conditions)
    {
        _details[slot] = details;
        if (conditions is not null)
            SetConditions(slot, conditions);
    }

    /// <summary>Gives a resting order what most do not have.</summary>
    public void SetConditions(int slot, OrderConditions conditions)
    {
        if (slot >= _conditions.Length)
            Array.Resize(ref _conditions, _nodes.Length);
        _conditions[slot] = conditions;
        _details[slot].Traits |= OrderTraits.Conditions;
    }

    /// <summary>Appends a quote to the queue of its price. Its ladder remembers its slot, so that
    /// it costs no entry in the index.</summary>
    /// <returns>Its slot.</returns>
    /// <exception cref="InvariantBrokenException">It is empty, or it would cross the book.
    /// </exception>
    public int RestQuote(
        OrderId id, int account, Side side, Price price, Quantity quantity, Stake held)
    {
        var slot = Free();
        Enter(slot, id, side, price, quantity);
        _details[slot] = new OrderDetails
        {
            Account = account,
            Traits = OrderTraits.Quote,
            Held = held,
        };
        return slot;
    }

    /// <summary>Puts another quote of the same owner and price where one rests, last in line.
    /// </summary>
    public void RenewQuote(int slot, OrderId id, Quantity quantity, Stake held)
    {
        ref var details = ref _details[slot];
        Invariant.Holds(details.IsQuote);
        details.Held = held;
        _nodes[slot].Id = id;
        Requeue(slot, quantity);
    }

    /// <summary>Takes some of an order away, keeping its place; the last of it removes it.
    /// </summary>
    public void Reduce(int slot, Quantity by)
    {
        ref var node = ref _nodes[slot];
        Invariant.Holds(by.Lots > 0 && by <= node.Remaining);
        if (by == node.Remaining)
        {
            Remove(slot);
            return;
        }
        node.Remaining -= by;
        _levels.At(SideOf(slot), node.Price).Total -= by;
    }

    /// <summary>Takes an order out by its number: quicker than to find it first.</summary>
    /// <returns>Its slot, whose <see cref="Node"/> says what it was until the next order rests;
    /// <see cref="None"/> if there is no such order.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int TryRemove(OrderId id, out Side side)
    {
        var slot = _index.TryRemove(_nodes, id.Value);
        side = slot == None ? default : Detach(slot);
        return slot;
    }

    /// <summary>Takes an order out.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Remove(int slot)
    {
        ref var details = ref _details[slot];
        if (details.IsQuote)
            details = default;
        else
            _index.Remove(_nodes, slot);
        Detach(slot);
    }

    /// <summary>Moves an order to the end of its queue, with another quantity.</summary>
    public void Requeue(int slot, Quantity quantity)
    {
        Invariant.Holds(quantity.Lots > 0);
        ref var node = ref _nodes[slot];
        ref var level = ref _levels.At(SideOf(slot), node.Price);
        level.Total += quantity - node.Remaining;
        node.Remaining = quantity;
        // The queue is a ring: its first is its last as soon as its second is its first.
        if (level.Head == slot)
            level.Head = node.Next;
        else if (node.Next != level.Head)
            MoveToEnd(slot, level.Head);
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
        ref var node = ref _nodes[slot];
        _firstFree = node.Next;
        node.Id = id;
        node.Price = price;
        node.Remaining = quantity;
        ref var level = ref _levels.ToJoin(side, price);
        // Each field is read once: after a write to another, the processor would have to ask
        // whether it is the same.
        var orders = level.Orders;
        if (orders == 0)
        {
            level = new PriceLevel { Head = slot, Orders = 1, Total = quantity };
            (node.Previous, node.Next) = (slot, slot);
            _levels.Open(side, price);
        }
        else
        {
            level.Total += quantity;
            level.Orders = unchecked(orders + 1);
            Append(slot, level.Head);
        }
        Count = unchecked(Count + 1);
    }

    /// <summary>Takes an order off its queue and frees its slot.</summary>
    /// <returns>The side that it was on.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Side Detach(int slot)
    {
        var side = SideOf(slot);
        ref var node = ref _nodes[slot];
        var (price, previous, next) = (node.Price, node.Previous, node.Next);
        ref var level = ref _levels.At(side, price);
        var (head, orders) = (level.Head, unchecked(level.Orders - 1));
        // The level's total has this order in it.
        level.Total = new Quantity(unchecked(level.Total.Lots - node.Remaining.Lots));
        level.Orders = orders;
        level.Head = head == slot ? next : head;
        // In a ring of one these write to the order itself.
        _nodes[previous].Next = next;
        _nodes[next].Previous = previous;
        node.Next = _firstFree;
        _firstFree = slot;
        Count = unchecked(Count - 1);
        if (orders == 0)
            _levels.Close(side, price);
        return side;
    }

    /// <summary>Puts an order between the last in line and the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int slot, int first)
    {
        ref var node = ref _nodes[slot];
        ref var head = ref _nodes[first];
        (node.Previous, node.Next) = (head.Previous, first);
        _nodes[head.Previous].Next = slot;
        head.Previous = slot;
    }

    private void MoveToEnd(int slot, int first)
    {
        ref var node = ref _nodes[slot];
        _nodes[node.Previous].Next = node.Next;
        _nodes[node.Next].Previous = node.Previous;
        Append(slot, first);
    }

    /// <summary>The slot that the next order gets: the head of a list whose links are the nodes'.
    /// </summary>
    private int Free()
    {
        if (_firstFree == None)
            Grow();
        return _firstFree;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        var used = _nodes.Length;
        _nodes = _nodes.Doubled();
        _details = _details.Doubled();
        Link(used);
    }

    /// <summary>Makes a list of the slots from one to the end.</summary>
    private void Link(int first)
    {
        var last = _nodes.Length - 1;
        for (var slot = first; slot < last; slot++)
            _nodes[slot].Next = slot + 1;
        _nodes[last].Next = None;
        _firstFree = first;
    }
}
