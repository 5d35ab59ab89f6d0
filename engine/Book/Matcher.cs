using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Matches incoming orders under the rules of owners and money.</summary>
internal sealed class Matcher(
    OrderBook book, LiveOrders orders, Ledger ledger, QuoteLadders ladders)
{
    private readonly OrderBook _book = book;
    private readonly LiveOrders _orders = orders;
    private readonly Ledger _ledger = ledger;
    private readonly QuoteLadders _ladders = ladders;
    private Fill[] _fills = new Fill[64];
    private int _count;

    /// <summary>The number of the last trade.</summary>
    public long LastFill { get; set; }

    /// <summary>The price of the last trade; <c>default</c> before the first.</summary>
    public Price LastPrice { get; set; }

    /// <summary>The trades since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<Fill> Fills => _fills.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Trades until the order is filled, the book no longer reaches its price, its budget
    /// buys no more, or it may not go on past an order of its own group.</summary>
    /// <param name="entry">The incoming order; its funds are reserved.</param>
    /// <param name="held">What it has reserved: a market order buys no more than that pays for,
    /// whatever leaves the book while it sweeps.</param>
    /// <param name="now">When this happens.</param>
    public MatchResult Match(in OrderEntry entry, Stake held, Instant now)
    {
        if (!_book.IsReachedBy(entry.Limit, entry.Side))
            return new MatchResult(Quantity.Zero, entry.Quantity, default, false);
        var policy = new Settlement(this, entry, held, now);
        var remaining = MatchLoop.Run(_book, entry.Side, entry.Limit, entry.Quantity, ref policy);
        if (_ladders.HaveTripped)
            _ladders.PullTripped();
        return new MatchResult(policy.Filled, remaining, policy.Spent, policy.IsStopped);
    }

    private ref Fill Record(in OrderEntry entry, int maker, Quantity quantity, Instant now)
    {
        ref var node = ref _book.Node(maker);
        var account = _book.Details(maker).Account;
        var notional = node.Price * quantity;
        if (_count == _fills.Length)
            Array.Resize(ref _fills, _count * 2);
        ref var fill = ref _fills[_count++];
        fill = new Fill(
            ++LastFill,
            now,
            entry.Side,
            node.Price,
            quantity,
            node.Id,
            entry.Id,
            _ledger.Name(account),
            _ledger.Name(entry.Account),
            _ledger.FeesOf(account).Maker.FeeRoundedDown(notional),
            _ledger.FeesOf(entry.Account).Taker.FeeRoundedDown(notional));
        LastPrice = node.Price;
        return ref fill;
    }

    /// <returns>What the taker paid.</returns>
    private Stake Settle(in Fill fill, int taker, int maker)
    {
        var (side, notional, part) = (fill.TakerSide, fill.Notional, fill.Quantity);
        _ledger.Settle(
            _book.Details(maker).Account, side.Opposite(), notional, part, fill.MakerFee,
            _orders.TakeHeld(maker, part));
        return _ledger.Settle(taker, side, notional, part, fill.TakerFee, held: null);
    }

    /// <summary>Owners and money: what one incoming order brings to the match loop.</summary>
    private struct Settlement(
        Matcher matcher, in OrderEntry entry, Stake held, Instant now) : IMatchPolicy
    {
        private readonly OrderEntry _entry = entry;
        private readonly int _group = matcher._ledger.GroupOf(entry.Account);
        private readonly Notional? _budget =
            entry is { Kind: OrderKind.Market, Side: Side.Buy } ? new Notional(held.Units) : null;

        private bool _isSpent;

        public Quantity Filled { get; private set; }

        public Stake Spent { get; private set; }

        public bool IsStopped { get; private set; }

        public Encounter Meet(int maker, ref Quantity remaining, out Quantity part)
        {
            if (matcher._ladders.HaveTripped && _entry.Kind != OrderKind.FillOrKill)
            {
                matcher._ladders.PullTripped();
                part = default;
                return Encounter.Next;
            }
            ref var node = ref matcher._book.Node(maker);
            part = Quantity.Min(remaining, node.Remaining);
            if (matcher._ledger.GroupOf(matcher._book.Details(maker).Account) == _group)
                return MeetOwn(maker, part, ref remaining);
            if (_budget is not { } budget)
                return Encounter.Trade;
            // Once the budget has cut a trade it is spent: what a fee's rounding leaves of it is
            // no reason for another trade with the same order.
            if (_isSpent)
                return Encounter.Stop;
            var taker = matcher._ledger.FeesOf(_entry.Account).Taker;
            var left = budget - new Notional(Spent.Units);
            var affordable = taker.QuantityPaidBy(left, node.Price);
            _isSpent = affordable < part;
            part = Quantity.Min(part, affordable);
            return part.Lots > 0 ? Encounter.Trade : Encounter.Stop;
        }

        public void Trade(int maker, Quantity part)
        {
            ref var fill = ref matcher.Record(_entry, maker, part, now);
            Spent += matcher.Settle(fill, _entry.Account, maker);
            Filled += part;
            matcher._orders.Traded(maker);
            ref readonly var details = ref matcher._book.Details(maker);
            if (details.IsQuote)
                matcher._ladders.CountTrade(details.Account, _entry.Side.Opposite(), part, now);
        }

        public readonly bool TryRefill(int maker) => matcher._orders.TryRefill(maker);

        /// <summary>Keeps two orders of one group from trading.</summary>
        private Encounter MeetOwn(int maker, Quantity part, ref Quantity remaining)
        {
            switch (_entry.SelfTrade)
            {
                case SelfTradePrevention.CancelOldest:
                    matcher._orders.Shrink(maker, Quantity.Zero);
                    return Encounter.Next;
                case SelfTradePrevention.Decrement:
                    matcher._orders.Decrement(maker, part);
                    remaining -= part;
                    return Encounter.Next;
                case SelfTradePrevention.CancelBoth:
                    matcher._orders.Shrink(maker, Quantity.Zero);
                    break;
            }
            IsStopped = true;
            return Encounter.Stop;
        }
    }
}
