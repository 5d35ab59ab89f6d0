using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.MarketData;

/// <summary>Finds an account's orders and how far each is from its turn.</summary>
internal static class QueuePositions
{
    /// <summary>The orders of an account with their exact places, quotes included; in time linear
    /// in the orders of the book.</summary>
    /// <returns>Bids, then asks, each by price and time.</returns>
    public static OwnOrder[] Of(OrderBook book, int account)
    {
        var own = new List<OwnOrder>();
        AddTo(own, book, account, Side.Buy);
        AddTo(own, book, account, Side.Sell);
        return [.. own];
    }

    /// <summary>A ladder's resting quotes with their exact places, bids, then asks, best first; in
    /// time linear in the orders before them, of which so many are looked at.</summary>
    /// <returns>How many were written; the first whose place would need more is left out, and so
    /// are those behind it.</returns>
    public static int Copy(OrderBook book, QuoteLadder ladder, Span<OwnOrder> into, int budget)
    {
        var copied = 0;
        var reports = ladder.Reports;
        var slots = ladder.Slots;
        for (var i = 0; i < reports.Length && copied < into.Length; i++)
        {
            var slot = slots[i];
            if (!book.IsQuoteAt(slot, reports[i].Id))
                continue;
            ref readonly var node = ref book.Node(slot);
            var (orders, quantity) = (0, Quantity.Zero);
            while ((slot = book.Before(slot)) != OrderBook.None)
            {
                if (budget-- == 0)
                    return copied;
                orders++;
                quantity += book.Node(slot).Remaining;
            }
            into[copied++] = new OwnOrder(
                reports[i].Id, reports[i].Wanted.Side, node.Price, node.Remaining, orders,
                quantity);
        }
        return copied;
    }

    private static void AddTo(List<OwnOrder> own, OrderBook book, int account, Side side)
    {
        foreach (var level in book.Levels(side))
        {
            var (orders, quantity) = (0, Quantity.Zero);
            for (var slot = level.Head; slot != OrderBook.None; slot = book.After(slot, level))
            {
                ref readonly var node = ref book.Node(slot);
                ref readonly var details = ref book.Details(slot);
                if (details.Account == account)
                {
                    var hidden = book.Conditions(slot)?.Hidden ?? Quantity.Zero;
                    own.Add(new OwnOrder(
                        node.Id, side, node.Price, node.Remaining + hidden, orders, quantity));
                }
                orders++;
                // What an iceberg hides comes up behind all who stand there now.
                quantity += node.Remaining;
            }
        }
    }
}
