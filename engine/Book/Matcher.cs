using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>The match loop: trades an incoming order against the book and settles each trade.
/// </summary>
internal sealed class Matcher(OrderBook book, Ledger ledger, TouchLog touched)
{
    private Fill[] _fills = new Fill[64];
    private int _count;

    /// <summary>The number of the last trade.</summary>
    public long LastFill { get; set; }

    /// <summary>The trades since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<Fill> Fills => _fills.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Whether the order would trade at once.</summary>
    public bool WouldTake(in OrderEntry entry) => book.IsReachedBy(entry.Limit, entry.Side);

    /// <summary>What a market buy could cost at worst, were it to sweep the book now.</summary>
    public Notional CostOfSweep(Quantity quantity)
    {
        var cost = Notional.Zero;
        foreach (var level in book.Levels(Side.Sell))
        {
            if (quantity == Quantity.Zero)
                break;
            var part = Quantity.Min(quantity, level.Total);
            cost += ledger.Hold(level.Price, part);
            quantity -= part;
        }
        return cost;
    }

    /// <summary>Trades until the order is filled, the book no longer reaches its price, or it
    /// meets an order of its own account.</summary>
    /// <param name="entry">The incoming order; its funds are reserved.</param>
    /// <param name="now">When this happens.</param>
    /// <param name="spent">What a buyer has paid out of its reservation.</param>
    /// <param name="metOwn">Whether it met an order of its own account.</param>
    /// <returns>What has not traded.</returns>
    public Quantity Match(in OrderEntry entry, Instant now, out Notional spent, out bool metOwn)
    {
        var remaining = entry.Quantity;
        spent = Notional.Zero;
        metOwn = false;
        while (remaining > Quantity.Zero)
        {
            var slot = book.Best(entry.Side.Opposite());
            if (slot == OrderBook.None)
                break;
            ref var maker = ref book.Node(slot);
            if (!entry.Limit.Reaches(maker.Price, entry.Side))
                break;
            var account = book.Details(slot).Account;
            metOwn = account == entry.Account;
            if (metOwn)
                break;
            var quantity = Quantity.Min(remaining, maker.Remaining);
            var fill = Record(entry, maker, account, quantity, now);
            Settle(fill, entry.Account, account, maker);
            if (entry.Side == Side.Buy)
                spent += fill.Notional + fill.TakerFee;
            if (!book.Details(slot).IsQuote)
                touched.Add(maker.Id, requeued: false);
            book.Reduce(slot, quantity);
            remaining -= quantity;
        }
        return remaining;
    }

    private Fill Record(
        in OrderEntry entry, in OrderNode maker, int account, Quantity quantity, Instant now)
    {
        var notional = maker.Price * quantity;
        var fill = new Fill(
            ++LastFill,
            now,
            entry.Side,
            maker.Price,
            quantity,
            maker.Id,
            entry.Id,
            ledger.Name(account),
            ledger.Name(entry.Account),
            ledger.FeesOf(account).Maker.FeeRoundedDown(notional),
            ledger.FeesOf(entry.Account).Taker.FeeRoundedDown(notional));
        if (_count == _fills.Length)
            Array.Resize(ref _fills, _count * 2);
        _fills[_count++] = fill;
        return fill;
    }

    private void Settle(in Fill fill, int taker, int account, in OrderNode maker)
    {
        if (fill.TakerSide == Side.Buy)
        {
            ledger.SettleBuyer(taker, fill.Notional, fill.Quantity, fill.TakerFee);
            ledger.SettleSeller(account, fill.Notional, fill.Quantity, fill.MakerFee);
            return;
        }
        var freed = ledger.Hold(maker.Price, maker.Remaining)
            - ledger.Hold(maker.Price, maker.Remaining - fill.Quantity);
        var cost = fill.Notional + fill.MakerFee;
        ledger.SettleSeller(taker, fill.Notional, fill.Quantity, fill.TakerFee);
        ledger.SettleBuyer(account, fill.Notional, fill.Quantity, fill.MakerFee);
        ledger.Release(account, freed - cost);
    }
}
