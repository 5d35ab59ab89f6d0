using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Safeguards;

public sealed class QuoteProtectionTests
{
    private static readonly TimeSpan _window = TimeSpan.FromMilliseconds(630);
    private static readonly TimeSpan _freeze = TimeSpan.FromSeconds(2);

    private readonly MatchingEngine _engine = RichMarket();
    private long _sequence;

    [Fact]
    public void The_trade_that_passes_the_quantity_is_the_last_of_the_sweep()
    {
        Protect(traded: 15);
        Quote(At(0), Asks((10, 100), (10, 101), (10, 102)));

        var result = _engine.Place(Buy(Bob, 30, 102), At(1));

        Assert.Equal((new(20), new(10)), (result.Filled, result.Resting));
        Assert.Equal(2, _engine.Fills.Length);
        Assert.Equal([new LadderPull(Maker, PullReason.Protection, 1)], _engine.Pulls.ToArray());
        Assert.DoesNotContain(_engine.Orders(), order => order.IsQuote);
    }

    [Fact]
    public void A_sweep_goes_on_to_others_behind_the_pulled_quotes()
    {
        Protect(traded: 5);
        Quote(At(0), Asks((10, 100), (10, 101)));
        _engine.Place(Sell(Ann, 7, 102), At(0));

        var result = _engine.Place(Buy(Bob, 30, 102), At(1));

        Assert.Equal(new Quantity(17), result.Filled);
        Assert.Equal([Maker, Ann], _engine.Fills.ToArray().Select(fill => fill.MakerAccount));
    }

    [Fact]
    public void Both_sides_count_for_the_quantity_and_cancel_out_in_the_delta()
    {
        Protect(delta: 15);
        Quote(At(0), Bids((10, 99)), Asks((10, 100), (10, 101)));
        _engine.Place(Buy(Bob, 10, 100), At(1));
        _engine.Place(Sell(Bob, 10, 99), At(2));

        _engine.Place(Buy(Bob, 10, 101), At(3));

        Assert.Empty(_engine.Pulls.ToArray());
        Assert.Equal(
            new ProtectionStatus(false, null, new Quantity(30), new Quantity(-10)),
            _engine.ProtectionOf(Maker, At(3)));
    }

    [Fact]
    public void A_delta_that_passes_its_limit_pulls_both_sides()
    {
        Protect(delta: 15);
        Quote(At(0), Bids((10, 99)), Asks((16, 100)));

        _engine.Place(Buy(Bob, 16, 100), At(1));

        Assert.Equal([new LadderPull(Maker, PullReason.Protection, 1)], _engine.Pulls.ToArray());
        Assert.Empty(_engine.Orders());
    }

    [Fact]
    public void What_traded_longer_ago_than_the_window_is_forgotten()
    {
        Protect(traded: 15);
        Quote(At(0), Asks((10, 100), (10, 101)));
        _engine.Place(Buy(Bob, 10, 100), At(0));

        _engine.Place(Buy(Bob, 10, 101), At(640));

        Assert.Empty(_engine.Pulls.ToArray());
    }

    [Fact]
    public void What_traded_within_the_window_counts()
    {
        Protect(traded: 15);
        Quote(At(0), Asks((10, 100), (10, 101)));
        _engine.Place(Buy(Bob, 10, 100), At(9));

        _engine.Place(Buy(Bob, 10, 101), At(639));

        Assert.Equal([new LadderPull(Maker, PullReason.Protection, 0)], _engine.Pulls.ToArray());
    }

    [Fact]
    public void Ladders_are_refused_until_the_freeze_is_over()
    {
        Protect(traded: 5);
        Trip(At(1));

        var during = Quote(At(2000), Asks((10, 100)));
        var frozen = _engine.ProtectionOf(Maker, At(2000));
        var after = Quote(At(2001), Asks((10, 100)));

        Assert.Equal((Rejection.QuotesFrozen, Rejection.None), (during, after));
        Assert.Equal(new ProtectionStatus(true, At(2001), default, default), frozen);
        Assert.Equal(default, _engine.ProtectionOf(Maker, At(2001)));
    }

    [Fact]
    public void Without_a_freeze_only_a_reset_ends_it()
    {
        Protect(traded: 5, freeze: TimeSpan.Zero);
        Trip(At(1));
        var before = Quote(At(1_000_000), Asks((10, 100)));

        var reset = _engine.ResetProtection(Maker);

        Assert.Equal((Rejection.QuotesFrozen, Rejection.None), (before, reset));
        Assert.Equal(Rejection.None, Quote(At(1_000_001), Asks((10, 100))));
    }

    [Fact]
    public void An_empty_ladder_is_accepted_while_frozen()
    {
        Protect(traded: 5);
        Trip(At(1));

        Assert.Equal(Rejection.None, Quote(At(2), []));
    }

    [Fact]
    public void A_fill_or_kill_that_was_promised_all_gets_all_before_the_pull()
    {
        Protect(traded: 5);
        Quote(At(0), Asks((10, 100), (10, 101), (10, 102)));

        var result = _engine.Place(Buy(Bob, 20, 102, OrderKind.FillOrKill), At(1));

        Assert.Equal(new Quantity(20), result.Filled);
        Assert.Equal([new LadderPull(Maker, PullReason.Protection, 1)], _engine.Pulls.ToArray());
    }

    [Fact]
    public void What_the_owner_trades_besides_its_quotes_does_not_count()
    {
        Protect(traded: 5);
        Quote(At(0), Asks((10, 100)));
        _engine.Place(Sell(Maker, 10, 99), At(0));

        _engine.Place(Buy(Bob, 10, 99), At(1));

        Assert.Empty(_engine.Pulls.ToArray());
    }

    [Fact]
    public void Counting_trades_allocates_nothing()
    {
        Protect(traded: long.MaxValue);
        var quotes = Asks((1_000_000, 100));
        Quote(At(0), quotes);
        var order = Buy(Bob, 1, 100);

        Assert.Equal(0, Allocated.Least(round =>
        {
            for (var i = 0; i < 2_000; i++)
                _engine.Place(order, At(round * 2_000 + i));
        }));
    }

    private void Protect(long traded = 0, long delta = 0, TimeSpan? freeze = null) =>
        _engine.Limits = new MarketLimits
        {
            Protection = new QuoteProtection(
                new Quantity(traded), new Quantity(delta), _window, freeze ?? _freeze),
        };

    private void Trip(Instant now)
    {
        Quote(now, Asks((10, 100)));
        _engine.Place(Buy(Bob, 10, 100), now);
        Invariant.Holds(_engine.Pulls.Length == 1);
    }

    private Rejection Quote(Instant now, Quote[] asks) => Quote(now, [], asks);

    private Rejection Quote(Instant now, Quote[] bids, Quote[] asks) =>
        _engine.MassQuote(Maker, 1, ++_sequence, bids, asks, now).Rejection;

    private static Instant At(long milliseconds) => new(milliseconds * 1000);

    private static Quote[] Bids(params (long Lots, long Ticks)[] quotes) =>
        [.. quotes.Select(q => new Quote(Side.Buy, new(q.Ticks), new(q.Lots)))];

    private static Quote[] Asks(params (long Lots, long Ticks)[] quotes) =>
        [.. quotes.Select(q => new Quote(Side.Sell, new(q.Ticks), new(q.Lots)))];
}
