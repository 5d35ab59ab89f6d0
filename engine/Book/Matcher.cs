using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Matches incoming orders under the rules of owners and money.</summary>
internal sealed class Matcher(
    OrderBook book, Ledger ledger, TouchLog touched, QuoteLadders ladders)
{
    private readonly OrderBook _book = book;
    private readonly TouchLog _touched = touched;
    private readonly QuoteLadders _ladders = ladders;
    private Fill[] _fills = new Fill[64];
    private int _count;

    /// <summary>The number of the last trade.</summary>
    public long LastFill { get; set; }

    /// <summary>The trades since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<Fill> Fills => _fills.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Whether the order would trade at once.</summary>
    public bool WouldTake(in OrderEntry entry) => _book.IsReachedBy(entry.Limit, entry.Side);

    /// <summary>What a market buy could cost at worst, were it to sweep the book now.</summary>
    public Notional CostOfSweep(Quantity quantity, Price limit)
    {
        var cost = Notional.Zero;
        foreach (var level in _book.Levels(Side.Sell))
        {
            if (quantity == Quantity.Zero || level.Price > limit)
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
        var policy = new Settlement(this, entry, now);
        var remaining = MatchLoop.Run(_book, entry.Side, entry.Limit, entry.Quantity, ref policy);
        _ladders.PullTripped();
        spent = policy.Spent;
        metOwn = policy.MetOwn;
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

    /// <summary>Owners and money: what one incoming order brings to the match loop.</summary>
    private struct Settlement(Matcher matcher, in OrderEntry entry, Instant now) : IMatchPolicy
    {
        private readonly OrderEntry _entry = entry;

        public Notional Spent { get; private set; }

        public bool MetOwn { get; private set; }

        public Encounter Meet(int maker, ref Quantity remaining, out Quantity part)
        {
            var book = matcher._book;
            if (matcher._ladders.HaveTripped && _entry.Kind != OrderKind.FillOrKill)
            {
                matcher._ladders.PullTripped();
                part = default;
                return Encounter.Next;
            }
            part = Quantity.Min(remaining, book.Node(maker).Remaining);
            MetOwn = book.Details(maker).Account == _entry.Account;
            return MetOwn ? Encounter.Stop : Encounter.Trade;
        }

        public void Trade(int maker, Quantity part)
        {
            ref var node = ref matcher._book.Node(maker);
            var account = matcher._book.Details(maker).Account;
            var fill = matcher.Record(_entry, node, account, part, now);
            matcher.Settle(fill, _entry.Account, account, node);
            if (_entry.Side == Side.Buy)
                Spent += fill.Notional + fill.TakerFee;
            if (matcher._book.Details(maker).IsQuote)
                matcher._ladders.CountTrade(account, _entry.Side.Opposite(), part, now);
            else
                matcher._touched.Add(node.Id, requeued: false);
        }

        public readonly bool TryRefill(int maker) => false;
    }
}
