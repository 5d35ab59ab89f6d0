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

    private static void Bound(Span<QuoteReport> reports, (Price Low, Price High) band)
    {
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
            for (var slot = level.Head; slot != OrderBook.None; slot = book.Node(slot).Next)
            {
                ref var details = ref book.Details(slot);
                if (details.IsQuote && details.Account == ladder.Account)
                    continue;
                price = level.Price;
                return true;
            }
        }
        return false;
    }

    /// <summary>Takes out what is not wanted any more, and frees its funds in one sum.</summary>
    private void Withdraw(QuoteLadder ladder, Side side)
    {
        var wanted = ladder.Wanted(side);
        var (next, kept, amended, cancelled) = (0, 0, 0, 0);
        var (money, amount) = (Notional.Zero, Quantity.Zero);
        foreach (ref readonly var old in ladder.Previous(side))
        {
            var slot = old.Rests ? book.Find(old.Id) : OrderBook.None;
            if (slot == OrderBook.None)
                continue;
            ref var node = ref book.Node(slot);
            while (next < wanted.Length && !StandsAtOrBehind(wanted[next], node.Price, side))
                next++;
            var rest = next < wanted.Length && wanted[next].Price == node.Price
                ? KeptOf(ref wanted[next], node)
                : Quantity.Zero;
            if (side == Side.Buy)
                money += ledger.Hold(node.Price, node.Remaining) - ledger.Hold(node.Price, rest);
            else
                amount += node.Remaining - rest;
            if (rest == Quantity.Zero)
                cancelled++;
            else if (rest == node.Remaining)
                kept++;
            else
                amended++;
            if (rest < node.Remaining)
                book.Reduce(slot, node.Remaining - rest);
        }
        if (side == Side.Buy)
            ledger.Release(ladder.Account, money);
        else
            ledger.Release(ladder.Account, amount);
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
    /// is more than there is, which would have to queue up anew.</summary>
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
        var balance = ledger[ladder.Account];
        // What is left, and what goes, in tick·lots for a buy and in lots for a sell.
        var left = side == Side.Buy ? balance.QuoteAvailable.TickLots : balance.BaseAvailable.Lots;
        var (held, placed) = (0L, 0);
        foreach (ref var report in ladder.Wanted(side))
        {
            if (!report.Rests || report.Id != default)
                continue;
            var quantity = report.Wanted.Quantity;
            var cost = side == Side.Buy
                ? ledger.Hold(report.Price, quantity).TickLots
                : quantity.Lots;
            var rejection = orders.Count >= MatchingEngine.MaxRestingOrders ? Rejection.BookFull
                : cost > left - held ? Rejection.InsufficientFunds
                : Rejection.None;
            if (rejection != Rejection.None)
            {
                report = report with { Rejection = rejection };
                continue;
            }
            held += cost;
            report = report with { Id = numbers.Next() };
            book.Rest(report.Id, ladder.Account, side, report.Price, quantity, isQuote: true);
            placed++;
        }
        Invariant.Holds(side == Side.Buy
            ? ledger.TryReserve(ladder.Account, new Notional(held))
            : ledger.TryReserve(ladder.Account, new Quantity(held)));
        ladder.Change = ladder.Change with { Placed = ladder.Change.Placed + placed };
    }
}
