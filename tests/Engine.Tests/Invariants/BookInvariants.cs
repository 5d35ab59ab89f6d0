using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Invariants;

/// <summary>What must be true of a market between any two commands, seen from outside.</summary>
internal sealed class BookInvariants
{
    private readonly DepthLevel[] _depth = new DepthLevel[8192];
    private readonly Dictionary<AccountId, (Quantity Base, Notional Quote)> _holdings = [];
    private readonly Dictionary<AccountId, (Quantity Base, Notional Quote)> _holds = [];
    private Quantity _baseDeposited;
    private Notional _quoteDeposited;
    private Notional _venueFees;
    private Fill[] _fills = [];
    private long _lastFill;

    /// <summary>Books what a command moved, from its answer alone.</summary>
    public void Follow(Command command, Outcome outcome)
    {
        _fills = outcome.Fills;
        foreach (var fill in outcome.Fills)
            Settle(fill);
        if (command is not Command.Deposit deposit || outcome.Reply is false)
            return;
        _baseDeposited += deposit.Amount;
        _quoteDeposited += deposit.Money;
        Add(deposit.Account, deposit.Amount, deposit.Money);
    }

    /// <summary>Audits a market.</summary>
    /// <param name="engine">The market.</param>
    /// <param name="orders">What rests now.</param>
    /// <exception cref="InvariantBrokenException">Something is wrong.</exception>
    public void Audit(MatchingEngine engine, IReadOnlyList<RestingOrder> orders)
    {
        Invariant.Holds(engine.LastFill == _lastFill);
        Invariant.Holds(engine.RestingOrders == orders.Count);
        foreach (var fill in _fills)
        {
            var isFound = engine.TryGetOrder(fill.Maker, out var maker);
            Invariant.Holds(isFound == orders.Contains(maker));
        }
        AuditOrders(engine, orders);
        var read = AuditLevels(engine, Side.Buy, orders, 0);
        read = AuditLevels(engine, Side.Sell, orders, read);
        Invariant.Holds(read == orders.Count);
        AuditBalances(engine, [.. orders, .. engine.Stops()]);
    }

    private void Settle(in Fill fill)
    {
        Invariant.Holds(fill.Number == ++_lastFill);
        Invariant.Holds(fill.Quantity > Quantity.Zero);
        Invariant.Holds(fill.MakerAccount != fill.TakerAccount);
        var sign = fill.TakerSide.Sign();
        var amount = new Quantity(sign * fill.Quantity.Lots);
        var money = new Notional(sign * fill.Notional.TickLots);
        Add(fill.TakerAccount, amount, -money - fill.TakerFee);
        Add(fill.MakerAccount, -amount, money - fill.MakerFee);
        _venueFees += fill.TakerFee + fill.MakerFee;
    }

    private void Add(AccountId account, Quantity amount, Notional money)
    {
        var (held, paid) = _holdings.GetValueOrDefault(account);
        _holdings[account] = (held + amount, paid + money);
    }

    private static void AuditOrders(MatchingEngine engine, IReadOnlyList<RestingOrder> orders)
    {
        Price? bestBid = null;
        Price? bestAsk = null;
        foreach (var order in orders)
        {
            Invariant.Holds(order.Remaining > Quantity.Zero);
            Invariant.Holds(order.Price.Ticks >= 1 && order.Price <= engine.Spec.MaxPrice);
            Invariant.Holds(engine.TryGetOrder(order.Id, out var found) && found == order);
            if (order.Side == Side.Buy)
                bestBid ??= order.Price;
            else
                bestAsk ??= order.Price;
        }
        Invariant.Holds(bestBid is not { } bid || bestAsk is not { } ask || bid < ask);
    }

    private int AuditLevels(
        MatchingEngine engine, Side side, IReadOnlyList<RestingOrder> orders, int read)
    {
        var depth = _depth.AsSpan(0, engine.CopyDepth(side, _depth));
        for (var rank = 0; rank < depth.Length; rank++)
        {
            var level = depth[rank];
            Invariant.Holds(level.Orders > 0);
            Invariant.Holds(rank == 0 || depth[rank - 1].Price.IsBetterThan(level.Price, side));
            var total = Quantity.Zero;
            for (var i = 0; i < level.Orders; i++, read++)
            {
                Invariant.Holds(orders[read].Side == side && orders[read].Price == level.Price);
                Invariant.Holds(orders[read].Shown > Quantity.Zero);
                total += orders[read].Shown;
            }
            Invariant.Holds(level.Quantity == total);
        }
        return read;
    }

    private void AuditBalances(MatchingEngine engine, IReadOnlyList<RestingOrder> orders)
    {
        var ledger = engine.Ledger;
        SumHolds(orders, ledger.Fees.Worst);
        var (amount, money) = (Quantity.Zero, ledger.VenueFees);
        for (var account = 0; account < ledger.Count; account++)
        {
            var balance = ledger[account];
            var (held, paid) = _holdings[ledger.Name(account)];
            Invariant.Holds(balance.Base == held && balance.Quote == paid);
            Invariant.Holds(balance.BaseAvailable >= Quantity.Zero);
            Invariant.Holds(balance.QuoteAvailable >= Notional.Zero);
            var (baseHold, quoteHold) = _holds.GetValueOrDefault(ledger.Name(account));
            Invariant.Holds(balance.BaseReserved == baseHold);
            Invariant.Holds(balance.QuoteReserved == quoteHold);
            amount += balance.Base;
            money += balance.Quote;
        }
        Invariant.Holds(ledger.VenueFees == _venueFees);
        Invariant.Holds(amount == _baseDeposited && money == _quoteDeposited);
    }

    private void SumHolds(IReadOnlyList<RestingOrder> orders, FeeRate worst)
    {
        _holds.Clear();
        foreach (var order in orders)
        {
            var (amount, money) = _holds.GetValueOrDefault(order.Account);
            var notional = order.Price * order.Remaining;
            var cost = order.Budget ?? notional + worst.FeeRoundedUp(notional);
            _holds[order.Account] = order.Side == Side.Sell
                ? (amount + order.Remaining, money)
                : (amount, money + cost);
        }
    }
}
