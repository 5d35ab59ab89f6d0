using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Finds out what an order would trade if it entered now, without trading: level by level
/// and in turn, as <see cref="Matcher"/> does, orders of its own group and icebergs' hidden parts
/// included.</summary>
/// <remarks>For orders that must know beforehand: fill-or-kill, and market buys without a budget.
/// Looks at every order that would trade.</remarks>
internal sealed class Sweep(OrderBook book, Ledger ledger)
{
    private readonly List<(Quantity Shown, Quantity Hidden, Quantity Display, bool IsOwn)>
        _nextParts = [];

    private OrderEntry _entry;
    private int _group;
    private Quantity _remaining;
    private bool _isStopped;

    /// <summary>What would trade.</summary>
    public Quantity Filled { get; private set; }

    /// <summary>What would be paid for it, before fees.</summary>
    public Notional Paid { get; private set; }

    /// <summary>Tries an order; the answers stand until the next.</summary>
    public void Try(in OrderEntry entry)
    {
        (_entry, _remaining, _isStopped) = (entry, entry.Quantity, false);
        (_group, Filled, Paid) = (ledger.GroupOf(entry.Account), Quantity.Zero, Notional.Zero);
        foreach (var level in book.Levels(entry.Side.Opposite()))
        {
            if (IsDone || !entry.Limit.Reaches(level.Price, entry.Side))
                return;
            Try(level);
        }
    }

    private bool IsDone => _isStopped || _remaining == Quantity.Zero;

    private void Try(in BookLevel level)
    {
        _nextParts.Clear();
        for (var slot = level.Head; slot != OrderBook.None && !IsDone;)
        {
            ref var node = ref book.Node(slot);
            var (hidden, display) = book.Conditions(slot) is { } conditions
                ? (conditions.Hidden, conditions.Display)
                : (Quantity.Zero, Quantity.Zero);
            var isOwn = ledger.GroupOf(book.Details(slot).Account) == _group;
            Meet(level.Price, node.Remaining, hidden, display, isOwn);
            slot = book.After(slot, level);
        }
        // Next parts queue up behind, and may leave next parts themselves.
        for (var turn = 0; turn < _nextParts.Count && !IsDone; turn++)
        {
            var (shown, hidden, display, isOwn) = _nextParts[turn];
            Meet(level.Price, shown, hidden, display, isOwn);
        }
    }

    private void Meet(
        Price price, Quantity shown, Quantity hidden, Quantity display, bool isOwn)
    {
        if (isOwn && _entry.SelfTrade == SelfTradePrevention.CancelOldest)
            return;
        if (isOwn && _entry.SelfTrade != SelfTradePrevention.Decrement)
        {
            _isStopped = true;
            return;
        }
        var part = Quantity.Min(_remaining, shown);
        _remaining -= part;
        if (!isOwn)
        {
            Filled += part;
            Paid += price * part;
        }
        if (part == shown && hidden > Quantity.Zero)
        {
            var next = Quantity.Min(display, hidden);
            _nextParts.Add((next, hidden - next, display, isOwn));
        }
    }
}
