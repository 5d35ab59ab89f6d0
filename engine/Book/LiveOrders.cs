using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Lets orders into the book or the stops, makes them smaller and takes them out, and sees
/// to what follows from it: funds that become free, expiries, links, icebergs' next parts, and the
/// note of what was touched.</summary>
internal sealed class LiveOrders(
    OrderBook book, StopBook stops, ExpiryQueue expiries, Ledger ledger, TouchLog touched)
{
    private int[] _open = new int[16];

    /// <summary>How many rest or wait.</summary>
    public int Count => book.Count + stops.Count;

    /// <summary>How many orders of an account rest or wait; quotes do not count.</summary>
    public int OpenOf(int account) => account < _open.Length ? _open[account] : 0;

    /// <summary>Puts an order into the book, last in line at its price. Its funds are held.
    /// </summary>
    /// <returns>What it holds back from now on.</returns>
    public Stake Rest(in OrderEntry entry, Quantity quantity) =>
        Rest(
            entry,
            quantity,
            entry.Conditions is { Display.Lots: > 0 } conditions
                ? Quantity.Min(conditions.Display, quantity)
                : quantity);

    /// <summary>Puts an order without conditions into the book. Its funds are held.</summary>
    public void RestPlain(OrderId id, int account, in NewOrder order, Stake held)
    {
        var slot = book.Rest(id, order.Side, order.Price, order.Quantity);
        var details = new OrderDetails
        {
            Account = account,
            Kind = order.Kind,
            SelfTrade = order.SelfTrade,
            Held = held,
        };
        book.Describe(slot, details, conditions: null);
        CountOpen(account, 1);
        touched.Add(id, requeued: true);
    }

    /// <summary>Puts an order into the book that shows a given part.</summary>
    /// <returns>What it holds back from now on.</returns>
    public Stake Rest(in OrderEntry entry, Quantity quantity, Quantity shown)
    {
        var conditions = entry.Conditions;
        conditions?.Hidden = quantity - shown;
        var slot = book.Rest(entry.Id, entry.Side, entry.Limit, shown);
        var details = new OrderDetails
        {
            Account = entry.Account,
            Kind = entry.Kind,
            SelfTrade = entry.SelfTrade,
            Traits = entry.Slide ? OrderTraits.Slides : OrderTraits.None,
            Held = ledger.StakeOf(entry.Side, entry.Limit, quantity),
        };
        book.Describe(slot, details, conditions);
        CountOpen(entry.Account, 1);
        Expect(entry);
        touched.Add(entry.Id, requeued: true);
        return details.Held;
    }

    /// <summary>Puts a stop among those that wait. Its funds are held.</summary>
    public void Park(ParkedOrder order)
    {
        stops.Add(order);
        CountOpen(order.Entry.Account, 1);
        Expect(order.Entry);
        touched.Add(order.Entry.Id, requeued: true);
    }

    /// <summary>What remains of a resting order, shown or not.</summary>
    public Quantity Remaining(int slot) =>
        book.Node(slot).Remaining
        + (book.Conditions(slot)?.Hidden ?? Quantity.Zero);

    /// <summary>Lets a resting order hold no more than its rest needs.</summary>
    /// <param name="slot">The order.</param>
    /// <param name="part">What is about to leave it, at most what remains.</param>
    /// <returns>What it held for the part: the caller's to give back or to pay with.</returns>
    public Stake TakeHeld(int slot, Quantity part)
    {
        ref var held = ref book.Details(slot).Held;
        var rest = Remaining(slot) - part;
        var before = held;
        held = rest == Quantity.Zero
            ? default
            : ledger.StakeOf(book.SideOf(slot), book.Node(slot).Price, rest);
        return before - held;
    }

    /// <summary>Makes a resting order or quote smaller, keeping its place, what is hidden first,
    /// and frees the funds; to zero takes it out, and its partner with it.</summary>
    public void Shrink(int slot, Quantity to)
    {
        if (to == Quantity.Zero)
        {
            Cancel(slot);
            return;
        }
        if (!book.Details(slot).IsQuote)
            touched.Add(book.Node(slot).Id, requeued: false);
        var less = Remaining(slot) - to;
        Free(slot, less);
        if (book.Conditions(slot) is { Hidden.Lots: > 0 } conditions)
        {
            var hidden = Quantity.Min(less, conditions.Hidden);
            conditions.Hidden -= hidden;
            less -= hidden;
        }
        if (less > Quantity.Zero)
            book.Reduce(slot, less);
    }

    /// <summary>Takes a resting order out, to enter again: its link stays.</summary>
    public void TakeOut(int slot)
    {
        var id = book.Node(slot).Id;
        Free(slot, Remaining(slot));
        Forget(id, book.Conditions(slot));
        CountOpen(book.Details(slot), -1);
        book.Remove(slot);
        touched.Add(id, requeued: false);
    }

    /// <summary>Sees to what follows from a trade of a resting order, apart from its size.
    /// </summary>
    public void Traded(int slot)
    {
        if (book.Details(slot).IsQuote)
            return;
        touched.Add(book.Node(slot).Id, requeued: false);
        if (book.Conditions(slot) is { } conditions)
            CancelPartner(conditions);
    }

    /// <summary>Lets an iceberg of which nothing shown is left show its next part, last in line;
    /// sees any other order off.</summary>
    /// <returns>Whether it stays.</returns>
    public bool TryRefill(int slot)
    {
        var id = book.Node(slot).Id;
        if (book.Conditions(slot) is not { Hidden.Lots: > 0 } conditions)
        {
            CountOpen(book.Details(slot), -1);
            Leave(id, book.Conditions(slot));
            return false;
        }
        var part = Quantity.Min(conditions.Display, conditions.Hidden);
        conditions.Hidden -= part;
        book.Requeue(slot, part);
        touched.Add(id, requeued: true);
        return true;
    }

    /// <summary>Takes as much out as would have traded with an order of the same group.</summary>
    public void Decrement(int slot, Quantity part)
    {
        ref var node = ref book.Node(slot);
        if (!book.Details(slot).IsQuote)
            touched.Add(node.Id, requeued: false);
        Free(slot, part);
        if (part < node.Remaining || !TryRefill(slot))
            book.Reduce(slot, part);
    }

    /// <summary>Makes a stop smaller, keeping its place, and frees the funds.</summary>
    public void Shrink(ParkedOrder order, Quantity to)
    {
        Free(order.Entry);
        order.Entry = order.Entry with { Quantity = to };
        Hold(order.Entry);
        touched.Add(order.Entry.Id, requeued: false);
    }

    /// <summary>Changes a stop and puts it last in line. It can be paid for.</summary>
    public void Requeue(ParkedOrder order, in OrderEntry entry)
    {
        Free(order.Entry);
        Hold(entry);
        stops.Remove(order);
        order.Entry = entry;
        stops.Add(order);
        touched.Add(entry.Id, requeued: true);
    }

    /// <summary>Takes a stop out, and its partner with it. Its funds stay held.</summary>
    public void Release(ParkedOrder order)
    {
        stops.Remove(order);
        CountOpen(order.Entry.Account, -1);
        touched.Add(order.Entry.Id, requeued: false);
        Leave(order.Entry.Id, order.Entry.Conditions);
    }

    /// <summary>Takes a live order out, wherever it is, and frees its funds.</summary>
    /// <returns>What remained of it; 0 if it is not live.</returns>
    public Quantity Cancel(OrderId id)
    {
        if (book.Find(id) is not OrderBook.None and var slot)
            return Cancel(slot);
        if (stops.Find(id) is not { } order)
            return Quantity.Zero;
        Free(order.Entry);
        Release(order);
        return order.Entry.Quantity;
    }

    /// <summary>Takes a resting order or quote out, and its partner with it, and frees its funds.
    /// </summary>
    /// <returns>What remained of it.</returns>
    public Quantity Cancel(int slot)
    {
        ref readonly var details = ref book.Details(slot);
        var (id, remaining, conditions) =
            (book.Node(slot).Id, Remaining(slot), book.Conditions(slot));
        ledger.Release(details.Account, book.SideOf(slot), details.Held);
        if (!details.IsQuote)
        {
            touched.Add(id, requeued: false);
            CountOpen(details.Account, -1);
        }
        book.Remove(slot);
        if (conditions is not null)
            Leave(id, conditions);
        return remaining;
    }

    /// <summary>Takes out everything that is due.</summary>
    public void Expire(Instant now)
    {
        while (expiries.IsDue(now))
            Cancel(expiries.Next);
    }

    /// <summary>Makes the order that a newly entered one names its partner.</summary>
    public void Link(in OrderEntry entry)
    {
        if (entry.Conditions?.Link is not { } partner)
            return;
        if (book.Find(partner) is not OrderBook.None and var slot)
            book.SetConditions(slot, LinkedTo(book.Conditions(slot), entry.Id));
        else if (stops.Find(partner) is { } parked)
            parked.Entry = LinkedTo(parked.Entry, entry.Id);
        touched.Add(partner, requeued: false);
    }

    /// <summary>Takes out the order that goes with this one, if there is one still.</summary>
    public void CancelPartner(OrderConditions? conditions)
    {
        if (conditions?.Link is not { } partner)
            return;
        conditions.Link = null;
        // The partner's way back is cut first: it would lead to an order that is on its way out.
        if (book.Find(partner) is not OrderBook.None and var slot)
            book.Conditions(slot)!.Link = null;
        else if (stops.Find(partner) is { } parked)
            parked.Entry.Conditions!.Link = null;
        Cancel(partner);
    }

    /// <summary>What a stop holds.</summary>
    public Stake StakeOf(in OrderEntry entry) =>
        entry is { Side: Side.Buy, Budget: { } budget }
            ? Stake.Of(budget)
            : ledger.StakeOf(entry.Side, entry.Limit, entry.Quantity);

    private static OrderEntry LinkedTo(in OrderEntry entry, OrderId partner) =>
        entry with { Conditions = LinkedTo(entry.Conditions, partner) };

    private static OrderConditions LinkedTo(OrderConditions? conditions, OrderId partner)
    {
        conditions ??= new OrderConditions();
        conditions.Link = partner;
        return conditions;
    }

    private void CountOpen(in OrderDetails order, int change)
    {
        if (!order.IsQuote)
            CountOpen(order.Account, change);
    }

    private void CountOpen(int account, int change)
    {
        if (account >= _open.Length)
            Array.Resize(ref _open, account * 2);
        _open[account] += change;
    }

    private void Leave(OrderId id, OrderConditions? conditions)
    {
        Forget(id, conditions);
        CancelPartner(conditions);
    }

    private void Expect(in OrderEntry entry)
    {
        if (entry.Conditions?.Expires is { } due)
            expiries.Add(due, entry.Id);
    }

    private void Forget(OrderId id, OrderConditions? conditions)
    {
        if (conditions?.Expires is { } due)
            expiries.Remove(due, id);
    }

    /// <summary>Frees what a resting order holds for a part of it.</summary>
    private void Free(int slot, Quantity part) =>
        ledger.Release(book.Details(slot).Account, book.SideOf(slot), TakeHeld(slot, part));

    private void Free(in OrderEntry entry) =>
        ledger.Release(entry.Account, entry.Side, StakeOf(entry));

    private void Hold(in OrderEntry entry) =>
        Invariant.Holds(ledger.TryReserve(entry.Account, entry.Side, StakeOf(entry)));
}
