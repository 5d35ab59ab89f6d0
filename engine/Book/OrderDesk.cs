using System.Runtime.InteropServices;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Carries out customers' commands: checks them, holds the funds, matches, and lets stops
/// enter that the trades have fired, one after the other until none fires any more.</summary>
internal sealed class OrderDesk(
    OrderRules rules,
    OrderBook book,
    StopBook stops,
    LiveOrders orders,
    Matcher matcher,
    Ledger ledger,
    OrderNumbers numbers)
{
    private readonly Sweep _sweep = new(book, ledger);
    private readonly List<OrderId> _massCancelled = [];

    public PlaceResult Place(
        in NewOrder order, int account, in OrderBounds bounds, Instant now) =>
        order.IsPlain && stops.Count == 0
            ? PlacePlain(order, account, bounds, now)
            : PlaceAny(order, account, bounds, now);

    /// <summary>Enters an order as most are, while no stop waits: what could make it anything else
    /// is not looked for again.</summary>
    private PlaceResult PlacePlain(
        in NewOrder order, int account, in OrderBounds bounds, Instant now)
    {
        var rejection = rules.Check(order.Price, order.Quantity, conditions: null, bounds);
        if (rejection != Rejection.None)
            return PlaceResult.Rejected(rejection);
        if (!bounds.Includes(order.Price))
            return PlaceResult.Rejected(Rejection.PriceOutsideBand);
        var mayRest = order.Kind == OrderKind.Limit;
        if (mayRest && orders.OpenOf(account) >= bounds.MaxOpen)
            return PlaceResult.Rejected(Rejection.TooManyOpenOrders);
        if (mayRest && orders.Count >= MatchingEngine.MaxRestingOrders)
            return PlaceResult.Rejected(Rejection.BookFull);
        var held = ledger.StakeOf(order.Side, order.Price, order.Quantity);
        if (!ledger.TryReserve(account, order.Side, held))
            return PlaceResult.Rejected(Rejection.InsufficientFunds);
        var id = numbers.Next();
        if (!mayRest || book.IsReachedBy(order.Price, order.Side))
        {
            var entry = new OrderEntry(
                id, account, order.Side, order.Kind, order.Price, order.Quantity)
            {
                SelfTrade = order.SelfTrade,
            };
            return Execute(entry, held, now);
        }
        orders.RestPlain(id, account, order, held);
        return new PlaceResult(Rejection.None, id, default, order.Quantity, default);
    }

    private PlaceResult PlaceAny(
        in NewOrder order, int account, in OrderBounds bounds, Instant now)
    {
        var rejection = rules.Check(order, bounds, matcher.LastPrice, now);
        if (rejection != Rejection.None)
            return PlaceResult.Rejected(rejection);
        var trigger = OrderRules.TriggerOf(order, matcher.LastPrice);
        var entry = rules.Entry(order, new OrderId(numbers.Last + 1), account, bounds);
        var stop = trigger is { } price ? new ParkedOrder(entry, price, order.Trail) : null;
        var isParked = stop is not null
            && (matcher.LastPrice == default || !stop.IsReachedBy(matcher.LastPrice));
        if (!isParked && !bounds.Includes(entry.Limit))
            return PlaceResult.Rejected(Rejection.PriceOutsideBand);
        if ((isParked || entry.MayRest) && orders.OpenOf(account) >= bounds.MaxOpen)
            return PlaceResult.Rejected(Rejection.TooManyOpenOrders);
        if (order.Link is { } partner && !MayLink(account, partner, isStop: stop is not null))
            return PlaceResult.Rejected(Rejection.UnknownLink);
        if ((isParked || entry.MayRest) && orders.Count >= MatchingEngine.MaxRestingOrders)
            return PlaceResult.Rejected(Rejection.BookFull);
        if (isParked)
            return Park(stop!);
        entry = Slid(entry);
        rejection = Hold(entry, out var held);
        if (rejection != Rejection.None)
            return PlaceResult.Rejected(rejection);
        numbers.Next();
        orders.Link(entry);
        if (stop is not null)
            orders.CancelPartner(entry.Conditions);
        var result = Execute(entry, held, now);
        LetFiredEnter(bounds, now);
        return OrderRules.IsByAmount(order) ? result with { Cancelled = Quantity.Zero } : result;
    }

    public PlaceResult Amend(
        int account,
        OrderId id,
        Price price,
        Quantity quantity,
        in OrderBounds bounds,
        Instant now)
    {
        if (FindStop(account, id) is { } stop)
            return Amend(stop, price, quantity, bounds);
        if (FindOwn(account, id) is not OrderBook.None and var slot)
            return Amend(slot, price, quantity, bounds, now);
        return PlaceResult.Rejected(Rejection.UnknownOrder);
    }

    public PlaceResult Reduce(int account, OrderId id, Quantity by)
    {
        var stop = FindStop(account, id);
        var slot = FindOwn(account, id);
        if (stop is null && slot == OrderBook.None)
            return PlaceResult.Rejected(Rejection.UnknownOrder);
        if (!rules.IsInRange(by))
            return PlaceResult.Rejected(Rejection.QuantityOutOfRange);
        var remaining = stop?.Entry.Quantity ?? orders.Remaining(slot);
        by = Quantity.Min(by, remaining);
        var left = remaining - by;
        if (left == Quantity.Zero)
            orders.Cancel(id);
        else if (stop is not null)
            orders.Shrink(stop, left);
        else
            orders.Shrink(slot, left);
        return new PlaceResult(Rejection.None, id, default, left, by);
    }

    public CancelResult Cancel(int account, OrderId id)
    {
        if (FindOwn(account, id) is not OrderBook.None and var slot)
            return new CancelResult(Rejection.None, orders.Cancel(slot));
        return FindStop(account, id) is null
            ? new CancelResult(Rejection.UnknownOrder, default)
            : new CancelResult(Rejection.None, orders.Cancel(id));
    }

    public MassCancelResult MassCancel(int account, OrderFilter filter)
    {
        _massCancelled.Clear();
        Collect(account, Side.Buy, filter);
        Collect(account, Side.Sell, filter);
        foreach (var stop in stops.Orders)
        {
            var price = stop.Entry.Kind == OrderKind.Market ? default : stop.Entry.Limit;
            if (stop.Entry.Account == account && filter.Takes(stop.Entry.Side, price))
                _massCancelled.Add(stop.Entry.Id);
        }
        // One may have gone with its partner already.
        foreach (var id in _massCancelled)
            orders.Cancel(id);
        return new MassCancelResult { Cancelled = CollectionsMarshal.AsSpan(_massCancelled) };
    }

    /// <summary>Puts a live order back, without trading.</summary>
    /// <exception cref="InvariantBrokenException">Its number is live already.</exception>
    /// <exception cref="MarketMismatchException">Its account cannot pay for it at these fees.
    /// </exception>
    public void Restore(in RestingOrder order, int account)
    {
        var entry = rules.Entry(order, account);
        if (!TryReserve(entry, orders.StakeOf(entry)))
        {
            throw new MarketMismatchException(
                $"{order.Account} cannot pay for its order {order.Id} at the fees of the settings. "
                + "Set the fees back, and have the order cancelled first.");
        }
        if (order.Trigger is { } trigger)
            orders.Park(new ParkedOrder(entry, trigger, order.Trail));
        else
            orders.Rest(entry, entry.Quantity, order.Shown);
    }

    private PlaceResult Park(ParkedOrder stop)
    {
        var entry = stop.Entry;
        if (!TryReserve(entry, orders.StakeOf(entry)))
            return PlaceResult.Rejected(Rejection.InsufficientFunds);
        numbers.Next();
        orders.Link(entry);
        orders.Park(stop);
        return new PlaceResult(Rejection.None, entry.Id, default, entry.Quantity, default);
    }

    private PlaceResult Amend(
        int slot, Price price, Quantity quantity, in OrderBounds bounds, Instant now)
    {
        var old = book.Node(slot);
        var details = book.Details(slot);
        var conditions = book.Conditions(slot);
        var rejection = rules.Check(price, quantity, conditions, bounds);
        if (rejection == Rejection.None && !bounds.Includes(price))
            rejection = Rejection.PriceOutsideBand;
        if (rejection != Rejection.None)
            return PlaceResult.Rejected(rejection);
        if (price == old.Price && quantity <= orders.Remaining(slot))
        {
            orders.Shrink(slot, quantity);
            return new PlaceResult(Rejection.None, old.Id, default, quantity, default);
        }
        var entry = Slid(
            new OrderEntry(
                old.Id, details.Account, book.SideOf(slot), details.Kind, price, quantity)
            {
                SelfTrade = details.SelfTrade,
                Slide = details.Slides,
                Conditions = conditions,
            });
        if (!CouldReserve(entry, book.Details(slot).Held))
            return PlaceResult.Rejected(Rejection.InsufficientFunds);
        rejection = Refusal(entry);
        if (rejection != Rejection.None)
            return PlaceResult.Rejected(rejection);
        orders.TakeOut(slot);
        Invariant.Holds(Hold(entry, out var held) == Rejection.None);
        var result = Execute(entry, held, now);
        LetFiredEnter(bounds, now);
        return result;
    }

    private PlaceResult Amend(
        ParkedOrder stop, Price price, Quantity quantity, in OrderBounds bounds)
    {
        var old = stop.Entry;
        price = old.Kind == OrderKind.Market ? old.Limit : price;
        var rejection = rules.Check(price, quantity, old.Conditions, bounds);
        if (rejection != Rejection.None)
            return PlaceResult.Rejected(rejection);
        var entry = old with { Limit = price, Quantity = quantity };
        var result = new PlaceResult(Rejection.None, old.Id, default, quantity, default);
        if (price == old.Limit && quantity <= old.Quantity)
        {
            orders.Shrink(stop, quantity);
            return result;
        }
        if (!CouldReserve(entry, orders.StakeOf(old)))
            return PlaceResult.Rejected(Rejection.InsufficientFunds);
        orders.Requeue(stop, entry);
        return result;
    }

    /// <summary>Trades what can be traded, and lets the rest of it rest or go.</summary>
    private PlaceResult Execute(in OrderEntry entry, Stake held, Instant now)
    {
        var before = matcher.Fills.Length;
        var match = matcher.Match(entry, held, now);
        var spent = match.Spent;
        var resting = entry.MayRest && !match.IsStopped ? match.Remaining : Quantity.Zero;
        if (resting > Quantity.Zero)
            spent += orders.Rest(entry, resting);
        var cancelled = entry.Quantity - match.Filled - resting;
        ledger.Release(entry.Account, entry.Side, held - spent);
        if (match.Filled > Quantity.Zero || resting == Quantity.Zero)
            orders.CancelPartner(entry.Conditions);
        if (stops.Count > 0)
        {
            foreach (ref readonly var fill in matcher.Fills[before..])
                stops.Observe(fill.Price);
        }
        return new PlaceResult(Rejection.None, entry.Id, match.Filled, resting, cancelled);
    }

    /// <summary>A limit outside the price band cancels the stop; a market order keeps within the
    /// band.</summary>
    private void LetFiredEnter(in OrderBounds bounds, Instant now)
    {
        while (stops.TryGetFired(out var stop))
        {
            orders.Release(stop);
            var held = orders.StakeOf(stop.Entry);
            var entry = Slid(OrderRules.Bounded(stop.Entry, bounds));
            if (bounds.Includes(entry.Limit) && Refusal(entry) == Rejection.None)
                Execute(entry, held, now);
            else
                ledger.Release(entry.Account, entry.Side, held);
        }
    }

    /// <summary>The order one tick behind the other side, if it may move there.</summary>
    private OrderEntry Slid(in OrderEntry entry)
    {
        if (!entry.Slide || !WouldBeRefusedAsTaker(entry))
            return entry;
        var best = book.Node(book.Best(entry.Side.Opposite())).Price;
        var behind = entry.Side == Side.Buy ? best - Offset.OneTick : best + Offset.OneTick;
        return rules.IsInRange(behind) ? entry with { Limit = behind } : entry;
    }

    private bool WouldBeRefusedAsTaker(in OrderEntry entry) =>
        entry.Kind == OrderKind.PostOnly && book.IsReachedBy(entry.Limit, entry.Side);

    /// <summary>Why an order that can be paid for does not enter.</summary>
    private Rejection Refusal(in OrderEntry entry)
    {
        if (WouldBeRefusedAsTaker(entry))
            return Rejection.PostOnlyWouldTake;
        if (entry.Kind != OrderKind.FillOrKill)
            return Rejection.None;
        _sweep.Try(entry);
        return _sweep.Filled == entry.Quantity && IsWithinBudget(entry)
            ? Rejection.None
            : Rejection.NotFillable;
    }

    /// <summary>Judged on the whole: fees are rounded down trade by trade, so that a buy never
    /// costs more, and a sell never brings less.</summary>
    private bool IsWithinBudget(in OrderEntry entry)
    {
        if (entry.Budget is not { } budget)
            return true;
        var fee = ledger.FeesOf(entry.Account).Taker.FeeRoundedDown(_sweep.Paid);
        return entry.Side == Side.Buy
            ? _sweep.Paid + fee <= budget
            : _sweep.Paid - fee >= budget;
    }

    private Rejection Hold(in OrderEntry entry, out Stake held)
    {
        held = Cost(entry);
        if (!TryReserve(entry, held))
            return Rejection.InsufficientFunds;
        var refusal = Refusal(entry);
        if (refusal != Rejection.None)
            ledger.Release(entry.Account, entry.Side, held);
        return refusal;
    }

    private bool TryReserve(in OrderEntry entry, Stake cost) =>
        ledger.TryReserve(entry.Account, entry.Side, cost);

    /// <summary>Whether the account can pay, once what the order holds now is free.</summary>
    private bool CouldReserve(in OrderEntry entry, Stake held) =>
        ledger.Available(entry.Account, entry.Side) + held >= Cost(entry);

    /// <summary>What an order can cost at worst. A market buy costs what the book asks now.
    /// </summary>
    private Stake Cost(in OrderEntry entry)
    {
        if (entry.Kind != OrderKind.Market || entry.Side == Side.Sell || entry.Budget is not null)
            return orders.StakeOf(entry);
        _sweep.Try(entry);
        return Stake.Of(_sweep.Paid + ledger.Fees.Worst.FeeRoundedUp(_sweep.Paid));
    }

    /// <summary>A link needs a partner that is live and free, and a stop on one end at least: two
    /// orders in the book could trade before either can cancel the other.</summary>
    private bool MayLink(int account, OrderId partner, bool isStop)
    {
        if (FindStop(account, partner) is { } stop)
            return stop.Entry.Conditions?.Link is null;
        return isStop && FindOwn(account, partner) is not OrderBook.None and var slot
            && book.Conditions(slot)?.Link is null;
    }

    private ParkedOrder? FindStop(int account, OrderId id) =>
        stops.Count > 0 && stops.Find(id) is { } stop && stop.Entry.Account == account
            ? stop
            : null;

    /// <summary>An account's resting order; quotes are their ladder's.</summary>
    private int FindOwn(int account, OrderId id)
    {
        var slot = book.Find(id);
        if (slot == OrderBook.None)
            return slot;
        ref readonly var details = ref book.Details(slot);
        return details.Account == account && !details.IsQuote ? slot : OrderBook.None;
    }

    private void Collect(int account, Side side, in OrderFilter filter)
    {
        foreach (var level in book.Levels(side))
        {
            if (!filter.Takes(side, level.Price))
                continue;
            for (var slot = level.Head; slot != OrderBook.None; slot = book.After(slot, level))
            {
                ref readonly var details = ref book.Details(slot);
                if (details.Account == account && !details.IsQuote)
                    _massCancelled.Add(book.Node(slot).Id);
            }
        }
    }
}
