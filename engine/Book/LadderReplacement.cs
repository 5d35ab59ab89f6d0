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
        if (!TryFindObstacle(ladder.Account, side.Opposite(), out var before))
            return;
        var step = side == Side.Buy ? -Offset.OneTick : Offset.OneTick;
        foreach (ref var report in ladder.Wanted(side))
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

    /// <summary>The best price of a side that is not one of the owner's own quotes: those are
    /// about to be replaced.</summary>
    private bool TryFindObstacle(int account, Side side, out Price price)
    {
        foreach (var level in book.Levels(side))
        {
            for (var slot = level.Head; slot != OrderBook.None; slot = book.Node(slot).Next)
            {
                ref var details = ref book.Details(slot);
                if (details.IsQuote && details.Account == account)
                    continue;
                price = level.Price;
                return true;
            }
        }
        price = default;
        return false;
    }

    private void Withdraw(QuoteLadder ladder, Side side)
    {
        var wanted = ladder.Wanted(side);
        var next = 0;
        foreach (ref readonly var old in ladder.Previous(side))
        {
            var slot = old.Rests ? book.Find(old.Id) : OrderBook.None;
            if (slot == OrderBook.None)
                continue;
            while (next < wanted.Length && !StandsAtOrBehind(wanted[next], old.Price, side))
                next++;
            if (next < wanted.Length && wanted[next].Rests && wanted[next].Price == old.Price
                && wanted[next].Wanted.Quantity <= book.Node(slot).Remaining)
                Keep(ladder, ref wanted[next], slot);
            else
                Cancel(ladder, slot);
        }
    }

    private static bool StandsAtOrBehind(in QuoteReport report, Price price, Side side) =>
        report.Rests && !report.Price.IsBetterThan(price, side);

    private void Keep(QuoteLadder ladder, ref QuoteReport report, int slot)
    {
        ref var node = ref book.Node(slot);
        report = report with { Id = node.Id };
        var less = node.Remaining - report.Wanted.Quantity;
        if (less == Quantity.Zero)
        {
            ladder.Change = ladder.Change with { Kept = ladder.Change.Kept + 1 };
            return;
        }
        orders.Shrink(slot, report.Wanted.Quantity);
        ladder.Change = ladder.Change with { Amended = ladder.Change.Amended + 1 };
    }

    private void Cancel(QuoteLadder ladder, int slot)
    {
        orders.Shrink(slot, Quantity.Zero);
        ladder.Change = ladder.Change with { Cancelled = ladder.Change.Cancelled + 1 };
    }

    private void Post(QuoteLadder ladder, Side side)
    {
        foreach (ref var report in ladder.Wanted(side))
        {
            if (!report.Rests || report.Id != default)
                continue;
            var quantity = report.Wanted.Quantity;
            if (orders.Count >= MatchingEngine.MaxRestingOrders)
            {
                report = report with { Rejection = Rejection.BookFull };
                continue;
            }
            var reserved = side == Side.Buy
                ? ledger.TryReserve(ladder.Account, ledger.Hold(report.Price, quantity))
                : ledger.TryReserve(ladder.Account, quantity);
            if (!reserved)
            {
                report = report with { Rejection = Rejection.InsufficientFunds };
                continue;
            }
            report = report with { Id = numbers.Next() };
            book.Rest(report.Id, ladder.Account, side, report.Price, quantity, isQuote: true);
            ladder.Change = ladder.Change with { Placed = ladder.Change.Placed + 1 };
        }
    }
}
