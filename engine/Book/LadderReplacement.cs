using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Replaces an owner's whole ladder in one step: nobody can trade in between.</summary>
/// <remarks>First each quote slides to where it does not take, and is left out where that is
/// outside the price band; then what is no longer wanted goes and frees its funds; then what is new
/// is posted, best first.</remarks>
internal sealed class LadderReplacement(
    PairSpec spec, OrderBook book, LiveOrders orders, Ledger ledger, OrderNumbers numbers)
{
    /// <summary>Quotes whose larger successors <see cref="Post"/> has yet to put in their place.
    /// </summary>
    private int _growing;

    public void Replace(QuoteLadder ladder, (Price Low, Price High) band)
    {
        Slide(ladder, Side.Buy);
        Slide(ladder, Side.Sell);
        Bound(ladder.Wanted(Side.Buy), band);
        Bound(ladder.Wanted(Side.Sell), band);
        Withdraw(ladder, Side.Buy);
        Withdraw(ladder, Side.Sell);
        Post(ladder, Side.Buy);
        Post(ladder, Side.Sell);
    }

    /// <summary>Finds the first reason to refuse a side's quotes as a whole.</summary>
    public Rejection Check(
        ReadOnlySpan<Quote> quotes, Side side, Quantity accountLimit, out int at)
    {
        for (at = 0; at < quotes.Length; at++)
        {
            var quote = quotes[at];
            if (quote.Price.Ticks < 1 || quote.Price > spec.MaxPrice)
                return Rejection.PriceOutOfRange;
            if (quote.Quantity.Lots < 1 || quote.Quantity > spec.MaxQuantity)
                return Rejection.QuantityOutOfRange;
            if (quote.Quantity > accountLimit)
                return Rejection.QuantityOverAccountLimit;
            if (quote.Side != side
                || (at > 0 && !quotes[at - 1].Price.IsBetterThan(quote.Price, side)))
                return Rejection.QuotesNotInOrder;
        }
        at = 0;
        return Rejection.None;
    }

    /// <summary>Whether a quote would take from others than its owner's own ladder.</summary>
    public bool WouldTake(QuoteLadder ladder, in Quote quote) =>
        TryFindObstacle(ladder, quote.Price, quote.Side, out _);

    /// <summary>Moves quotes that would take behind the other side, one tick after the other, so
    /// that a stale order in the way costs a ladder its prices but not its levels.</summary>
    private void Slide(QuoteLadder ladder, Side side)
    {
        var wanted = ladder.Wanted(side);
        if (wanted.IsEmpty
            || !TryFindObstacle(ladder, wanted[0].Wanted.Price, side, out var before))
            return;
        var step = side == Side.Buy ? -Offset.OneTick : Offset.OneTick;
        foreach (ref var report in wanted)
        {
            var price = report.Wanted.Price;
            price = price.Reaches(before, side) ? before + step : price;
            if (price.Ticks >= 1 && price <= spec.MaxPrice)
                report = report with { Price = before = price };
            else
                report = report with { Rejection = Rejection.PostOnlyWouldTake };
        }
    }

    private void Bound(Span<QuoteReport> reports, (Price Low, Price High) band)
    {
        if (band == (new Price(1), spec.MaxPrice))
            return;
        foreach (ref var report in reports)
        {
            if (report.Rests && (report.Price < band.Low || report.Price > band.High))
                report = report with { Rejection = Rejection.PriceOutsideBand };
        }
    }

    /// <summary>The best price of the other side that the best quote would take from, the owner's
    /// own quotes apart: those are about to be replaced.</summary>
    private bool TryFindObstacle(QuoteLadder ladder, Price best, Side side, out Price price)
    {
        price = default;
        if (!book.IsReachedBy(best, side))
            return false;
        foreach (var level in book.Levels(side.Opposite()))
        {
            if (!best.Reaches(level.Price, side))
                return false;
            for (var slot = level.Head; slot != OrderBook.None; slot = book.After(slot, level))
            {
                ref readonly var details = ref book.Details(slot);
                if (details.IsQuote && details.Account == ladder.Account)
                    continue;
                price = level.Price;
                return true;
            }
        }
        return false;
    }

    /// <summary>Takes out what is not wanted any more, and frees its funds in one sum. A quote
    /// that is to grow stays where it is until <see cref="Post"/> puts the larger one there.
    /// </summary>
    private void Withdraw(QuoteLadder ladder, Side side)
    {
        var wanted = ladder.Wanted(side);
        var slots = ladder.WantedSlots(side);
        var previous = ladder.Previous(side);
        var previousSlots = ladder.PreviousSlots(side);
        var (next, kept, amended, cancelled, freed) = (0, 0, 0, 0, default(Stake));
        for (var at = 0; at < previous.Length; at++)
        {
            var slot = previousSlots[at];
            if (!book.IsQuoteAt(slot, previous[at].Id))
                continue;
            ref var node = ref book.Node(slot);
            while (next < wanted.Length && !StandsAtOrBehind(wanted[next], node.Price, side))
                next++;
            var stands = next < wanted.Length && wanted[next].Price == node.Price;
            if (stands)
                slots[next] = slot;
            var rest = stands ? KeptOf(ref wanted[next], node) : Quantity.Zero;
            if (rest == node.Remaining)
            {
                kept++;
                continue;
            }
            freed += orders.TakeHeld(slot, node.Remaining - rest);
            if (rest > Quantity.Zero)
                amended++;
            else
                cancelled++;
            if (rest == Quantity.Zero && stands)
                _growing++;
            else
                book.Reduce(slot, node.Remaining - rest);
        }
        ledger.Release(ladder.Account, side, freed);
        var change = ladder.Change;
        ladder.Change = change with
        {
            Kept = change.Kept + kept,
            Amended = change.Amended + amended,
            Cancelled = change.Cancelled + cancelled,
        };
    }

    private static bool StandsAtOrBehind(in QuoteReport report, Price price, Side side) =>
        report.Rests && !report.Price.IsBetterThan(price, side);

    /// <summary>How much of an order stands for a quote at its price: what is wanted, unless that
    /// is more than there is, which has to queue up anew.</summary>
    private static Quantity KeptOf(ref QuoteReport report, in OrderNode node)
    {
        if (report.Wanted.Quantity > node.Remaining)
            return Quantity.Zero;
        report = report with { Id = node.Id };
        return report.Wanted.Quantity;
    }

    /// <summary>Posts what does not rest yet as far as the funds go, and holds them in one sum.
    /// </summary>
    private void Post(QuoteLadder ladder, Side side)
    {
        var left = ledger.Available(ladder.Account, side);
        var (held, placed) = (default(Stake), 0);
        var wanted = ladder.Wanted(side);
        var slots = ladder.WantedSlots(side);
        for (var at = 0; at < wanted.Length; at++)
        {
            ref var report = ref wanted[at];
            if (!report.Rests || report.Id != default)
                continue;
            var cost = ledger.StakeOf(side, report.Price, report.Wanted.Quantity);
            var rejection = orders.Count - _growing >= MatchingEngine.MaxRestingOrders
                    ? Rejection.BookFull
                : cost > left - held ? Rejection.InsufficientFunds
                : Rejection.None;
            if (rejection != Rejection.None)
            {
                report = report with { Rejection = rejection };
                GiveUp(ref slots[at]);
                continue;
            }
            held += cost;
            report = report with { Id = numbers.Next() };
            Seat(ladder.Account, side, report, cost, ref slots[at]);
            placed++;
        }
        Invariant.Holds(ledger.TryReserve(ladder.Account, side, held));
        ladder.Change = ladder.Change with { Placed = ladder.Change.Placed + placed };
    }

    /// <summary>Posts a quote: in the slot of the smaller one that it grows out of, or in one of
    /// its own.</summary>
    private void Seat(int account, Side side, in QuoteReport report, Stake held, ref int slot)
    {
        var quantity = report.Wanted.Quantity;
        if (slot == OrderBook.None)
        {
            slot = book.RestQuote(report.Id, account, side, report.Price, quantity, held);
            return;
        }
        book.RenewQuote(slot, report.Id, quantity, held);
        _growing--;
    }

    /// <summary>Takes out the smaller quote that cannot grow.</summary>
    private void GiveUp(ref int slot)
    {
        if (slot == OrderBook.None)
            return;
        book.Remove(slot);
        slot = OrderBook.None;
        _growing--;
    }
}
