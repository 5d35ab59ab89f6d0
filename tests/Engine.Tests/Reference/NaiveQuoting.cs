using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>The mass quote in its plainest form, on the naive book.</summary>
internal sealed class NaiveQuoting(PairSpec spec, NaiveBook book)
{
    private readonly Dictionary<AccountId, (long Epoch, long Sequence, Outcome Reply)> _last = [];

    public Outcome Requote(Command.Requote command)
    {
        if (!book.Accounts.ContainsKey(command.Owner))
            return Refused(Rejection.UnknownAccount, 0);
        var known = _last.TryGetValue(command.Owner, out var last);
        var age = (command.Epoch, command.Sequence).CompareTo((last.Epoch, last.Sequence));
        if (known && age == 0)
            return last.Reply;
        if (known && age < 0)
            return Refused(Rejection.StaleSequence, 0);
        var (why, at) = Fault(command);
        if (why != Rejection.None)
            return Refused(why, at);
        QuoteReport[] reports =
            [.. Slide(command.Owner, command.Bids), .. Slide(command.Owner, command.Asks)];
        var change = Withdraw(command.Owner, reports);
        change = change with { Placed = Post(command.Owner, reports) };
        var reply = new Outcome(
            new LadderReply(Rejection.None, 0, change, book.LastFill), [], reports);
        _last[command.Owner] = (command.Epoch, command.Sequence, reply);
        return reply;
    }

    private (Rejection Why, int At) Fault(Command.Requote command)
    {
        var (bids, asks) = (command.Bids, command.Asks);
        if (Math.Max(bids.Length, asks.Length) > MatchingEngine.MaxQuotesPerSide)
            return (Rejection.TooManyQuotes, 0);
        Quote[] all = [.. bids, .. asks];
        for (var i = 0; i < all.Length; i++)
        {
            var (side, price, quantity) = all[i];
            if (price.Ticks < 1 || price.Ticks > spec.MaxPrice.Ticks)
                return (Rejection.PriceOutOfRange, i);
            if (quantity.Lots < 1 || quantity.Lots > spec.MaxQuantity.Lots)
                return (Rejection.QuantityOutOfRange, i);
            var first = i == 0 || i == bids.Length;
            var expected = i < bids.Length ? Side.Buy : Side.Sell;
            var step = first ? 1 : (all[i - 1].Price.Ticks - price.Ticks) * side.Sign();
            if (side != expected || step <= 0)
                return (Rejection.QuotesNotInOrder, i);
        }
        var crossed = bids.Length > 0 && asks.Length > 0
            && bids[0].Price.Ticks >= asks[0].Price.Ticks;
        return crossed ? (Rejection.QuotesNotInOrder, bids.Length) : (Rejection.None, 0);
    }

    /// <summary>Moves each quote to the nearest price that neither takes nor is at or before a
    /// better quote's.</summary>
    private List<QuoteReport> Slide(AccountId owner, Quote[] quotes)
    {
        var reports = new List<QuoteReport>();
        foreach (var quote in quotes)
        {
            var obstacle = book.Orders().FirstOrDefault(
                order => order.Side != quote.Side && !(order.IsQuote && order.Account == owner));
            var away = -quote.Side.Sign();
            var price = quote.Price.Ticks;
            while (obstacle != null && (price - obstacle.Price) * away <= 0
                || reports.Exists(better =>
                    better.Rests && (price - better.Price.Ticks) * away <= 0))
                price += away;
            reports.Add(price >= 1 && price <= spec.MaxPrice.Ticks
                ? new QuoteReport(quote, default, new Price(price), Rejection.None)
                : new QuoteReport(quote, default, quote.Price, Rejection.PostOnlyWouldTake));
        }
        return reports;
    }

    private LadderChange Withdraw(AccountId owner, QuoteReport[] reports)
    {
        var change = default(LadderChange);
        var standing = book.Orders().Where(order => order.IsQuote && order.Account == owner);
        foreach (var order in standing.ToArray())
        {
            var at = Array.FindIndex(reports, report =>
                report.Rests && report.Wanted.Side == order.Side
                && report.Price.Ticks == order.Price
                && report.Wanted.Quantity.Lots <= order.Lots);
            if (at < 0)
            {
                book.Remove(order);
                change = change with { Cancelled = change.Cancelled + 1 };
                continue;
            }
            reports[at] = reports[at] with { Id = order.Id };
            change = order.Lots == reports[at].Wanted.Quantity.Lots
                ? change with { Kept = change.Kept + 1 }
                : change with { Amended = change.Amended + 1 };
            order.Lots = reports[at].Wanted.Quantity.Lots;
        }
        return change;
    }

    private int Post(AccountId owner, QuoteReport[] reports)
    {
        var placed = 0;
        for (var i = 0; i < reports.Length; i++)
        {
            var report = reports[i];
            if (!report.Rests || report.Id != default)
                continue;
            var order = new NaiveOrder(
                new OrderId(book.LastOrder + 1), owner, report.Wanted.Side)
            {
                Price = report.Price.Ticks,
                Lots = report.Wanted.Quantity.Lots,
                IsQuote = true,
            };
            if (book.Free(owner, order.Side) < book.Hold(order))
            {
                reports[i] = report with { Rejection = Rejection.InsufficientFunds };
                continue;
            }
            book.Add(order);
            book.LastOrder++;
            reports[i] = report with { Id = order.Id };
            placed++;
        }
        return placed;
    }

    private static Outcome Refused(Rejection why, int at) =>
        new(new LadderReply(why, at, default, 0), [], []);
}
