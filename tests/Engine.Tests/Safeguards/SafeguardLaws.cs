using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Safeguards;

/// <summary>What holds in any stream of commands: two makers with leases and protection, customers
/// in three fee tiers who are moved between them while their orders rest.</summary>
public sealed class SafeguardLaws
{
    private const int Steps = 4_000;
    private const long Lots = 1_000_000_000;
    private const long TickLots = 1_000_000_000_000;

    private static readonly QuoteProtection _protection = new(
        new Quantity(60), new Quantity(35), TimeSpan.FromMilliseconds(63),
        TimeSpan.FromMilliseconds(50));

    private static readonly QuoteLease _lease = new(0, TimeSpan.FromMilliseconds(20));

    private static readonly AccountId[] _makers = [Maker, AccountId.Parse("rival")];
    private static readonly AccountId[] _customers = [Ann, Bob];

    private readonly Dictionary<AccountId, List<(Instant At, long Signed)>> _traded =
        _makers.ToDictionary(maker => maker, _ => new List<(Instant, long)>());

    private readonly Dictionary<AccountId, Instant> _leasedUntil = [];
    private readonly Dictionary<AccountId, Instant> _tripped = [];
    private readonly HashSet<OrderId> _quotes = [];
    private readonly MatchingEngine _engine = new(
        Spec,
        new FeeSchedule(
            new FeeTier(new FeeRate(1_000), new FeeRate(2_000)),
            new FeeTier(new FeeRate(-2_000), new FeeRate(500)),
            new FeeTier(new FeeRate(-3_000), new FeeRate(10_000))))
    {
        Limits = new MarketLimits { Protection = _protection },
    };

    private Random _random = new(0);
    private Instant _now;
    private long _sequence;
    private int _trips;
    private int _expiries;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Safeguards_hold_after_every_command(int seed)
    {
        _random = new Random(seed);
        foreach (var account in (AccountId[])[.. _makers, .. _customers])
            Invariant.Holds(_engine.OpenAccount(account, new(Lots), new(TickLots)) == 0);

        for (var step = 0; step < Steps; step++)
        {
            _now += TimeSpan.FromMicroseconds(_random.Next(4_000));
            Act();
            Judge($"seed={seed} step={step}");
        }

        Assert.True(_trips > 20 && _expiries > 20, $"{_trips} trips, {_expiries} expiries");
    }

    private void Act()
    {
        var maker = _makers[_random.Next(_makers.Length)];
        switch (_random.Next(20))
        {
            case < 6:
                Quote(maker);
                break;
            case 6:
                if (_engine.Renew(maker, 1, _sequence, _lease, _now) == Rejection.None)
                    _leasedUntil[maker] = _now + _lease.Length;
                break;
            case 7:
                _engine.SetTerms(AnyCustomer(), new AccountTerms(FeeTier: _random.Next(3)));
                _engine.Advance(_now);
                break;
            case 8:
                _engine.Advance(_now);
                break;
            default:
                _engine.Place(AnyOrder(), _now);
                break;
        }
    }

    private void Quote(AccountId maker)
    {
        var middle = _random.Next(90, 111);
        Quote[] bids = [.. Ladder(Side.Buy, middle - 1)];
        Quote[] asks = [.. Ladder(Side.Sell, middle + 1)];
        var result = _engine.MassQuote(maker, 1, ++_sequence, bids, asks, _now, _lease);
        var isFrozen = _tripped.TryGetValue(maker, out var at) && _now < at + _protection.Freeze;
        Assert.Equal(isFrozen ? Rejection.QuotesFrozen : Rejection.None, result.Rejection);
        if (isFrozen)
            return;
        if (_tripped.Remove(maker))
            _traded[maker].Clear();
        _leasedUntil[maker] = _now + _lease.Length;
        foreach (var report in result.Reports)
            _quotes.Add(report.Id);
    }

    private void Judge(string where)
    {
        foreach (var fill in _engine.Fills)
        {
            if (_quotes.Contains(fill.Maker))
                JudgeTrade(fill, where);
        }
        foreach (var pull in _engine.Pulls)
        {
            _expiries += pull.Reason == PullReason.LeaseEnded ? 1 : 0;
            Assert.Equal(
                pull.Reason == PullReason.Protection, _tripped.GetValueOrDefault(pull.Owner) == _now
                    && pull.Reason != PullReason.LeaseEnded);
        }
        foreach (var order in _engine.Orders().Where(order => order.IsQuote))
        {
            Assert.True(_now < _leasedUntil[order.Account], $"{where}: outlived its lease");
            Assert.False(_tripped.ContainsKey(order.Account), $"{where}: rests after the trip");
        }
        Conserve(where);
    }

    /// <summary>A plain list of trades: the owner trips with the first that passes a limit.
    /// </summary>
    private void JudgeTrade(in Fill fill, string where)
    {
        var (owner, trades) = (fill.MakerAccount, _traded[fill.MakerAccount]);
        Assert.False(_tripped.ContainsKey(owner), $"{where}: trades after the trip");
        Assert.True(_now < _leasedUntil[owner], $"{where}: trades after its lease");
        trades.Add((_now, -fill.TakerSide.Sign() * fill.Quantity.Lots));
        var hasTripped = _engine.Pulls.ToArray().Any(
            pull => pull.Owner == owner && pull.Reason == PullReason.Protection);
        var isLast = fill.Number == _engine.Fills.ToArray().Last(
            other => other.MakerAccount == owner && _quotes.Contains(other.Maker)).Number;
        var passes = Passes(trades);
        Assert.True(passes == (hasTripped && isLast), $"{where}: {passes}");
        if (!passes)
            return;
        _tripped[owner] = _now;
        _trips++;
    }

    private bool Passes(List<(Instant At, long Signed)> trades)
    {
        // A 63rd of the window is a millisecond: that is how finely it forgets.
        trades.RemoveAll(trade => trade.At.Microseconds / 1000 < _now.Microseconds / 1000 - 63);
        var traded = trades.Sum(trade => Math.Abs(trade.Signed));
        var delta = trades.Sum(trade => trade.Signed);
        return traded > _protection.MaxTraded.Lots || Math.Abs(delta) > _protection.MaxDelta.Lots;
    }

    private void Conserve(string where)
    {
        var (amount, money) = (0L, _engine.Ledger.VenueFees.TickLots);
        for (var account = 0; account < _engine.Ledger.Count; account++)
        {
            var balance = _engine.Ledger[account];
            Assert.True(balance.QuoteAvailable >= Notional.Zero, where);
            amount += balance.Base.Lots;
            money += balance.Quote.TickLots;
        }
        Assert.Equal((4 * Lots, 4 * TickLots), (amount, money));
    }

    private NewOrder AnyOrder() => new(
        AnyCustomer(),
        _random.Next(2) == 0 ? Side.Buy : Side.Sell,
        _random.Next(4) == 0 ? OrderKind.ImmediateOrCancel : OrderKind.Limit,
        new Price(_random.Next(88, 113)),
        new Quantity(_random.Next(1, 30)));

    private AccountId AnyCustomer() => _customers[_random.Next(_customers.Length)];

    private IEnumerable<Quote> Ladder(Side side, int best) =>
        Enumerable.Range(0, _random.Next(1, 5)).Select(level => new Quote(
            side, new Price(best - side.Sign() * level), new Quantity(_random.Next(5, 20))));
}
