using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>The rules of the market in their plainest form: one list of orders in order of
/// arrival, searched from end to end; nothing is reserved, what is free is worked out anew.
/// </summary>
internal sealed class NaiveBook(PairSpec spec, FeeSchedule fees)
{
    private readonly List<NaiveOrder> _orders = [];
    private readonly List<Fill> _fills = [];

    public Dictionary<AccountId, NaiveAccount> Accounts { get; } = [];

    public long VenueFees { get; private set; }

    public long LastFill { get; private set; }

    public long LastOrder { get; set; }

    /// <summary>Bids, then asks, each by price and time; the sort is stable.</summary>
    public IEnumerable<NaiveOrder> Orders() =>
        _orders.OrderBy(order => order.Side).ThenBy(order => order.Rank);

    public void Add(NaiveOrder order) => _orders.Add(order);

    public void Remove(NaiveOrder order) => _orders.Remove(order);

    public Outcome Deposit(Command.Deposit command)
    {
        Accounts.TryAdd(command.Account, new NaiveAccount());
        Accounts[command.Account].Base += command.Amount.Lots;
        Accounts[command.Account].Quote += command.Money.TickLots;
        return new Outcome(true, [], []);
    }

    public Outcome Place(NewOrder wanted, Instant now)
    {
        var price = wanted.Kind != OrderKind.Market ? wanted.Price.Ticks
            : wanted.Side == Side.Buy ? spec.MaxPrice.Ticks : 1;
        var order = new NaiveOrder(
            new OrderId(LastOrder + 1), wanted.Account, wanted.Side, price, wanted.Quantity.Lots);
        var cost = wanted.Kind == OrderKind.Market ? CostOfSweep(order) : Hold(order);
        var why = !Accounts.ContainsKey(wanted.Account) ? Rejection.UnknownAccount
            : RangeFault(order) is var fault and not Rejection.None ? fault
            : Free(order.Account, order.Side) < cost ? Rejection.InsufficientFunds
            : wanted.Kind == OrderKind.PostOnly && Opponent(order) != null
                ? Rejection.PostOnlyWouldTake
            : Rejection.None;
        if (why != Rejection.None)
            return Refused(why);
        LastOrder++;
        return Enter(order, wanted.Kind is OrderKind.Limit or OrderKind.PostOnly, now);
    }

    public Outcome Amend(Command.Amend command, Instant now)
    {
        if (!Accounts.ContainsKey(command.Owner))
            return Refused(Rejection.UnknownAccount);
        if (FindOwn(command.Owner, command.Id) is not { } old)
            return Refused(Rejection.UnknownOrder);
        var order = new NaiveOrder(
            old.Id, old.Account, old.Side, command.Price.Ticks, command.Quantity.Lots);
        if (RangeFault(order) is var fault and not Rejection.None)
            return Refused(fault);
        if (order.Price == old.Price && order.Lots <= old.Lots)
        {
            old.Lots = order.Lots;
            var kept = new PlaceResult(Rejection.None, old.Id, default, command.Quantity, default);
            return new Outcome(kept, [], []);
        }
        if (Free(old.Account, old.Side) + Hold(old) < Hold(order))
            return Refused(Rejection.InsufficientFunds);
        _orders.Remove(old);
        return Enter(order, mayRest: true, now);
    }

    public Outcome Cancel(Command.Cancel command)
    {
        var order = FindOwn(command.Owner, command.Id);
        var why = !Accounts.ContainsKey(command.Owner) ? Rejection.UnknownAccount
            : order == null ? Rejection.UnknownOrder
            : Rejection.None;
        if (why == Rejection.None)
            _orders.Remove(order!);
        return new Outcome(new CancelResult(why, new Quantity(order?.Lots ?? 0)), [], []);
    }

    /// <summary>What the account could still put into an order of a side.</summary>
    public long Free(AccountId account, Side side) =>
        (side == Side.Buy ? Accounts[account].Quote : Accounts[account].Base)
        - _orders.Where(order => order.Account == account && order.Side == side).Sum(Hold);

    /// <summary>What an order can cost at worst.</summary>
    public long Hold(NaiveOrder order) =>
        order.Side == Side.Sell ? order.Lots : CostOf(order.Price * order.Lots);

    private long CostOf(long notional) =>
        notional + (long)Math.Ceiling(
            notional * Math.Max(0m, Math.Max(WorstMaker, WorstTaker)) / 1_000_000);

    private int WorstMaker => fees[0].Maker.PartsPerMillion;

    private int WorstTaker => fees[0].Taker.PartsPerMillion;

    private long CostOfSweep(NaiveOrder order)
    {
        if (order.Side == Side.Sell)
            return order.Lots;
        var (cost, wanted) = (0L, order.Lots);
        foreach (var level in Orders().Where(o => o.Side == Side.Sell).GroupBy(o => o.Price))
        {
            var part = Math.Min(wanted, level.Sum(ask => ask.Lots));
            cost += CostOf(level.Key * part);
            wanted -= part;
        }
        return cost;
    }

    private Outcome Enter(NaiveOrder taker, bool mayRest, Instant now)
    {
        _fills.Clear();
        var quantity = taker.Lots;
        while (taker.Lots > 0 && Opponent(taker) is { } maker)
        {
            if (maker.Account == taker.Account)
            {
                mayRest = false;
                break;
            }
            Trade(taker, maker, Math.Min(taker.Lots, maker.Lots), now);
        }
        var resting = mayRest ? taker.Lots : 0;
        if (resting > 0)
            _orders.Add(taker);
        var result = new PlaceResult(
            Rejection.None, taker.Id, new Quantity(quantity - taker.Lots),
            new Quantity(resting), new Quantity(taker.Lots - resting));
        return new Outcome(result, [.. _fills], []);
    }

    private void Trade(NaiveOrder taker, NaiveOrder maker, long lots, Instant now)
    {
        var notional = maker.Price * lots;
        var makerFee = Fee(fees[0].Maker, notional);
        var takerFee = Fee(fees[0].Taker, notional);
        _fills.Add(new Fill(
            ++LastFill, now, taker.Side, new Price(maker.Price), new Quantity(lots), maker.Id,
            taker.Id, maker.Account, taker.Account, new Notional(makerFee),
            new Notional(takerFee)));
        var sign = taker.Side.Sign();
        Accounts[taker.Account].Base += sign * lots;
        Accounts[maker.Account].Base -= sign * lots;
        Accounts[taker.Account].Quote -= sign * notional + takerFee;
        Accounts[maker.Account].Quote += sign * notional - makerFee;
        VenueFees += makerFee + takerFee;
        taker.Lots -= lots;
        maker.Lots -= lots;
        if (maker.Lots == 0)
            _orders.Remove(maker);
    }

    private static long Fee(FeeRate rate, long notional) =>
        (long)Math.Floor((decimal)notional * rate.PartsPerMillion / 1_000_000);

    /// <summary>The first in line of those that the order would trade with.</summary>
    private NaiveOrder? Opponent(NaiveOrder taker) =>
        _orders
            .Where(o => o.Side != taker.Side && -o.Rank >= taker.Rank)
            .MinBy(o => o.Rank);

    private NaiveOrder? FindOwn(AccountId owner, OrderId id) =>
        _orders.Find(order => order.Id == id && order.Account == owner && !order.IsQuote);

    private Rejection RangeFault(NaiveOrder order) =>
        order.Price < 1 || order.Price > spec.MaxPrice.Ticks ? Rejection.PriceOutOfRange
        : order.Lots < 1 || order.Lots > spec.MaxQuantity.Lots ? Rejection.QuantityOutOfRange
        : Rejection.None;

    private static Outcome Refused(Rejection why) =>
        new(new PlaceResult(why, default, default, default, default), [], []);
}
