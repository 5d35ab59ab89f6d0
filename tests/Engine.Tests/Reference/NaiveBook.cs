using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>The rules of the market in their plainest form: one list of orders in order of
/// arrival, resting or waiting, searched from end to end; nothing is reserved, what is free is
/// worked out anew; what an order would do is found out by doing it to a copy.</summary>
internal sealed class NaiveBook
{
    private readonly PairSpec _spec;
    private readonly FeeSchedule _fees;
    private readonly NaiveStops _stops;
    private readonly List<NaiveOrder> _orders = [];
    private readonly List<Fill> _fills = [];
    private readonly List<Touch> _touched = [];

    public NaiveBook(PairSpec spec, FeeSchedule fees)
    {
        (_spec, _fees) = (spec, fees);
        _stops = new NaiveStops(this, spec);
    }

    private NaiveBook(NaiveBook original)
        : this(original._spec, original._fees)
    {
        _orders.AddRange(original._orders.Select(order => order with { }));
        foreach (var (account, owned) in original.Accounts)
        {
            Accounts[account] = new NaiveAccount
            {
                Base = owned.Base, Quote = owned.Quote, Group = owned.Group,
            };
        }
    }

    public Dictionary<AccountId, NaiveAccount> Accounts { get; } = [];

    public long VenueFees { get; private set; }

    public long LastFill { get; private set; }

    public long? LastPrice { get; private set; }

    public long LastOrder { get; set; }

    public Touch[] Touched => [.. _touched];

    /// <summary>Bids, then asks, each by price and time; the sort is stable.</summary>
    public IEnumerable<NaiveOrder> Orders() =>
        _orders.Where(order => order.Trigger == null)
            .OrderBy(order => order.Side).ThenBy(order => order.Rank);

    /// <summary>What waits for its trigger, first come first.</summary>
    public IEnumerable<NaiveOrder> Stops() => _orders.Where(order => order.Trigger != null);

    /// <summary>Lets time pass, which comes before everything.</summary>
    public void Begin(Instant now)
    {
        _fills.Clear();
        _touched.Clear();
        while (_orders.Where(order => order.Expires <= now)
            .OrderBy(order => order.Expires).ThenBy(order => order.Id.Value)
            .FirstOrDefault() is { } due)
            Remove(due);
    }

    public void Add(NaiveOrder order)
    {
        _orders.Add(order);
        Touch(order, requeued: true);
    }

    /// <summary>Takes an order out, and the one that is linked with it.</summary>
    public void Remove(NaiveOrder order)
    {
        _orders.Remove(order);
        Touch(order, requeued: false);
        RemovePartner(order);
    }

    public void Touch(NaiveOrder order, bool requeued)
    {
        if (!order.IsQuote)
            _touched.Add(new Touch(order.Id, requeued));
    }

    public Outcome Deposit(Command.Deposit command)
    {
        Accounts.TryAdd(command.Account, new NaiveAccount { Group = command.Account.ToString() });
        Accounts[command.Account].Base += command.Amount.Lots;
        Accounts[command.Account].Quote += command.Money.TickLots;
        return new Outcome(true, [], []);
    }

    public Outcome Place(NewOrder wanted, Instant now)
    {
        if (!Accounts.ContainsKey(wanted.Account))
            return Refused(Rejection.UnknownAccount);
        if (NaiveRules.Fault(_spec, wanted, LastPrice, now) is var fault and not Rejection.None)
            return Refused(fault);
        var order = NaiveOrder.Of(wanted, new OrderId(LastOrder + 1));
        if (order.Trail != null)
            order.Trigger ??= NaiveRules.Start(wanted, LastPrice!.Value);
        if (order.Kind == OrderKind.Market)
            order.Price = order.Side == Side.Buy ? _spec.MaxPrice.Ticks : 1;
        var isByAmount = order.Lots == 0;
        order.Lots = isByAmount ? _spec.MaxQuantity.Lots : order.Lots;
        var partner = order.Link is { } link ? FindOwn(order.Account, link) : null;
        var isStop = order.Trigger != null;
        if (order.Link != null && (partner == null || partner.Link != null
            || (partner.Trigger == null && !isStop)))
            return Refused(Rejection.UnknownLink);
        var isWaiting = isStop
            && !(LastPrice is { } last && NaiveStops.IsReached(order, last));
        if (!isWaiting)
        {
            order.Trigger = null;
            Slide(order);
        }
        if (Free(order.Account, order.Side) < (isWaiting ? Hold(order) : Cost(order)))
            return Refused(Rejection.InsufficientFunds);
        if (!isWaiting && Refusal(order) is var why and not Rejection.None)
            return Refused(why);
        LastOrder++;
        partner?.Link = order.Id;
        if (partner != null)
            Touch(partner, requeued: false);
        if (isWaiting)
        {
            Add(order);
            return Placed(order.Id, 0, order.Lots, 0);
        }
        if (isStop)
            RemovePartner(order);
        var outcome = Enter(order, now);
        LetFiredEnter(now);
        var placed = (PlaceResult)outcome.Reply;
        return new Outcome(
            isByAmount ? placed with { Cancelled = Quantity.Zero } : placed, [.. _fills], []);
    }

    public Outcome Amend(Command.Amend command, Instant now)
    {
        if (!Accounts.ContainsKey(command.Owner))
            return Refused(Rejection.UnknownAccount);
        if (FindOwn(command.Owner, command.Id) is not { } old)
            return Refused(Rejection.UnknownOrder);
        var isMarket = old.Kind == OrderKind.Market;
        var order = old with
        {
            Price = isMarket ? old.Price : command.Price.Ticks,
            Lots = command.Quantity.Lots,
            Hidden = 0,
        };
        if (!isMarket && NaiveRules.IsOutside(order.Price, _spec.MaxPrice.Ticks))
            return Refused(Rejection.PriceOutOfRange);
        if (NaiveRules.IsOutside(order.Lots, _spec.MaxQuantity.Lots))
            return Refused(Rejection.QuantityOutOfRange);
        if (NaiveRules.IsCutTooSmall(order.Display, order.Lots))
            return Refused(Rejection.DisplayOutOfRange);
        if (order.Price == old.Price && order.Lots <= old.Lots)
        {
            Shrink(old, order.Lots);
            return Placed(old.Id, 0, order.Lots, 0);
        }
        var isStop = old.Trigger != null;
        if (!isStop)
            Slide(order);
        if (Free(old.Account, old.Side) + Hold(old) < Hold(order))
            return Refused(Rejection.InsufficientFunds);
        if (!isStop && Refusal(order) is var why and not Rejection.None)
            return Refused(why);
        _orders.Remove(old);
        if (isStop)
        {
            Add(order);
            return Placed(order.Id, 0, order.Lots, 0);
        }
        Touch(old, requeued: false);
        var outcome = Enter(order, now);
        LetFiredEnter(now);
        return outcome with { Fills = [.. _fills] };
    }

    public Outcome Reduce(Command.Reduce command)
    {
        if (!Accounts.ContainsKey(command.Owner))
            return Refused(Rejection.UnknownAccount);
        if (FindOwn(command.Owner, command.Id) is not { } order)
            return Refused(Rejection.UnknownOrder);
        if (NaiveRules.IsOutside(command.By.Lots, _spec.MaxQuantity.Lots))
            return Refused(Rejection.QuantityOutOfRange);
        var by = Math.Min(command.By.Lots, order.Lots);
        var left = order.Lots - by;
        if (left == 0)
            Remove(order);
        else
            Shrink(order, left);
        return Placed(order.Id, 0, left, by);
    }

    public Outcome Cancel(Command.Cancel command)
    {
        var order = FindOwn(command.Owner, command.Id);
        var why = !Accounts.ContainsKey(command.Owner) ? Rejection.UnknownAccount
            : order == null ? Rejection.UnknownOrder
            : Rejection.None;
        if (why == Rejection.None)
            Remove(order!);
        return new Outcome(new CancelResult(why, new Quantity(order?.Lots ?? 0)), [], []);
    }

    public Outcome MassCancel(Command.MassCancel command)
    {
        if (!Accounts.ContainsKey(command.Owner))
            return new Outcome(new MassCancelReply(Rejection.UnknownAccount, ""), [], []);
        var (side, from, to) = command.Filter;
        var doomed = Orders().Concat(Stops()).Where(order =>
            order.Account == command.Owner && !order.IsQuote
            && (side == null || order.Side == side)
            && (from == null || order.View().Price >= from)
            && (to == null || order.View().Price <= to)).ToArray();
        foreach (var order in doomed)
        {
            if (_orders.Contains(order))
                Remove(order);
        }
        var ids = string.Join(' ', doomed.Select(order => order.Id));
        return new Outcome(new MassCancelReply(Rejection.None, ids), [], []);
    }

    /// <summary>What the account could still put into an order of a side.</summary>
    public long Free(AccountId account, Side side) =>
        (side == Side.Buy ? Accounts[account].Quote : Accounts[account].Base)
        - _orders.Where(order => order.Account == account && order.Side == side).Sum(Hold);

    /// <summary>What a live order can cost at worst.</summary>
    public long Hold(NaiveOrder order) =>
        order.Side == Side.Sell ? order.Lots : order.Budget ?? CostOf(order.Price * order.Lots);

    private long CostOf(long notional) =>
        notional + (long)Math.Ceiling(
            notional * Math.Max(0m, Math.Max(WorstMaker, WorstTaker)) / 1_000_000);

    private int WorstMaker => _fees[0].Maker.PartsPerMillion;

    private int WorstTaker => _fees[0].Taker.PartsPerMillion;

    /// <summary>What an incoming order can cost at worst.</summary>
    private long Cost(NaiveOrder order) =>
        order is { Kind: OrderKind.Market, Side: Side.Buy, Budget: null }
            ? CostOf(Rehearse(order).Sum(fill => fill.Notional.TickLots))
            : Hold(order);

    /// <summary>What the order would trade: it does so in a copy of the market.</summary>
    private List<Fill> Rehearse(NaiveOrder order)
    {
        var copy = new NaiveBook(this);
        copy.Enter(order with { Budget = null }, default);
        return copy._fills;
    }

    private Rejection Refusal(NaiveOrder order)
    {
        if (order.Kind == OrderKind.PostOnly && Opponent(order) != null)
            return Rejection.PostOnlyWouldTake;
        if (order.Kind != OrderKind.FillOrKill)
            return Rejection.None;
        var fills = Rehearse(order);
        var paid = fills.Sum(fill => fill.Notional.TickLots);
        var sum = paid + order.Side.Sign() * Fee(_fees[0].Taker, paid);
        return fills.Sum(fill => fill.Quantity.Lots) < order.Lots
            || (sum - order.Budget) * order.Side.Sign() > 0
                ? Rejection.NotFillable
                : Rejection.None;
    }

    private void Slide(NaiveOrder order)
    {
        if (order is not { Kind: OrderKind.PostOnly, Slide: true }
            || Opponent(order) is not { } best)
            return;
        var behind = best.Price - order.Side.Sign();
        if (!NaiveRules.IsOutside(behind, _spec.MaxPrice.Ticks))
            order.Price = behind;
    }

    private void Shrink(NaiveOrder order, long to)
    {
        order.Hidden = Math.Max(0, order.Hidden - (order.Lots - to));
        order.Lots = to;
        Touch(order, requeued: false);
    }

    private void RemovePartner(NaiveOrder order)
    {
        var partner = _orders.Find(other => other.Id == order.Link);
        order.Link = null;
        partner?.Link = null;
        if (partner != null)
            Remove(partner);
    }

    private Outcome Enter(NaiveOrder taker, Instant now)
    {
        var before = _fills.Count;
        var quantity = taker.Lots;
        var (filled, spent, mayRest) = (0L, 0L, taker.MayRest);
        while (taker.Lots > 0 && Opponent(taker) is { } maker)
        {
            var part = Math.Min(taker.Lots, maker.Shown);
            if (Accounts[maker.Account].Group == Accounts[taker.Account].Group)
            {
                if (MeetOwn(taker, maker, part))
                    continue;
                mayRest = false;
                break;
            }
            var affordable = taker.Side == Side.Buy && taker.Budget is { } budget
                ? Math.Min(part, Affordable(budget - spent, maker.Price))
                : part;
            if (affordable > 0)
                spent += Trade(taker, maker, affordable, now);
            filled += affordable;
            if (affordable < part)
                break;
        }
        var resting = mayRest ? taker.Lots : 0;
        if (resting > 0)
        {
            taker.Hidden = taker.Display > 0 ? Math.Max(0, resting - taker.Display) : 0;
            Add(taker);
        }
        if (filled > 0 || resting == 0)
            RemovePartner(taker);
        for (var i = before; i < _fills.Count; i++)
            _stops.Observe(_fills[i].Price.Ticks);
        return Placed(taker.Id, filled, resting, quantity - filled - resting);
    }

    private void LetFiredEnter(Instant now)
    {
        while (_stops.Next() is { } stop)
        {
            Remove(stop);
            (stop.Trigger, stop.Trail) = (null, null);
            Slide(stop);
            if (Refusal(stop) == Rejection.None)
                Enter(stop, now);
        }
    }

    /// <returns>Whether the taker goes on.</returns>
    private bool MeetOwn(NaiveOrder taker, NaiveOrder maker, long part)
    {
        if (taker.SelfTrade is SelfTradePrevention.CancelOldest or SelfTradePrevention.CancelBoth)
            Remove(maker);
        if (taker.SelfTrade == SelfTradePrevention.Decrement)
        {
            taker.Lots -= part;
            Touch(maker, requeued: false);
            Take(maker, part);
        }
        return taker.SelfTrade
            is SelfTradePrevention.CancelOldest or SelfTradePrevention.Decrement;
    }

    /// <summary>Tries how much an amount pays for, lot by lot.</summary>
    private long Affordable(long money, long price)
    {
        var lots = 0L;
        while (lots < _spec.MaxQuantity.Lots && CostWithFee(lots + 1) <= money)
            lots++;
        return lots;

        long CostWithFee(long count) => price * count + Fee(_fees[0].Taker, price * count);
    }

    /// <returns>What it costs a buying taker.</returns>
    private long Trade(NaiveOrder taker, NaiveOrder maker, long lots, Instant now)
    {
        var notional = maker.Price * lots;
        var makerFee = Fee(_fees[0].Maker, notional);
        var takerFee = Fee(_fees[0].Taker, notional);
        _fills.Add(new Fill(
            ++LastFill, now, taker.Side, new Price(maker.Price), new Quantity(lots), maker.Id,
            taker.Id, maker.Account, taker.Account, new Notional(makerFee),
            new Notional(takerFee)));
        LastPrice = maker.Price;
        var sign = taker.Side.Sign();
        Accounts[taker.Account].Base += sign * lots;
        Accounts[maker.Account].Base -= sign * lots;
        Accounts[taker.Account].Quote -= sign * notional + takerFee;
        Accounts[maker.Account].Quote += sign * notional - makerFee;
        VenueFees += makerFee + takerFee;
        taker.Lots -= lots;
        Touch(maker, requeued: false);
        RemovePartner(maker);
        Take(maker, lots);
        return notional + takerFee;
    }

    /// <summary>Takes a part of what is shown; when nothing shown is left, the next part of an
    /// iceberg is shown, last in line.</summary>
    private void Take(NaiveOrder maker, long lots)
    {
        maker.Lots -= lots;
        if (maker.Shown > 0)
            return;
        _orders.Remove(maker);
        if (maker.Lots == 0)
        {
            RemovePartner(maker);
            return;
        }
        maker.Hidden = Math.Max(0, maker.Lots - maker.Display);
        Add(maker);
    }

    private static long Fee(FeeRate rate, long notional) =>
        (long)Math.Floor((decimal)notional * rate.PartsPerMillion / 1_000_000);

    /// <summary>The first in line of those that the order would trade with.</summary>
    private NaiveOrder? Opponent(NaiveOrder taker) =>
        _orders
            .Where(o => o.Trigger == null && o.Side != taker.Side && -o.Rank >= taker.Rank)
            .MinBy(o => o.Rank);

    private NaiveOrder? FindOwn(AccountId owner, OrderId id) =>
        _orders.Find(order => order.Id == id && order.Account == owner && !order.IsQuote);

    private static Outcome Placed(OrderId id, long filled, long resting, long cancelled) =>
        new(
            new PlaceResult(
                Rejection.None, id, new Quantity(filled), new Quantity(resting),
                new Quantity(cancelled)),
            [],
            []);

    private static Outcome Refused(Rejection why) =>
        new(new PlaceResult(why, default, default, default, default), [], []);
}
