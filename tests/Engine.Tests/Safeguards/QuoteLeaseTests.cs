using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Safeguards;

public sealed class QuoteLeaseTests
{
    private static readonly QuoteLease _lease = new(market: 0, TimeSpan.FromMilliseconds(100));
    private static readonly Quote[] _asks = [new(Side.Sell, new(100), new(10))];

    private readonly MatchingEngine _engine = RichMarket();

    [Fact]
    public void Quotes_are_gone_at_the_end_of_their_lease_before_anything_trades()
    {
        Quote(_engine, 1, At(0), _lease);

        var result = _engine.Place(Buy(Bob, 10, 100), At(100));

        Assert.Equal((default, new(10)), (result.Filled, result.Resting));
        Assert.Equal([new LadderPull(Maker, PullReason.LeaseEnded, 1)], _engine.Pulls.ToArray());
    }

    [Fact]
    public void Quotes_stand_to_the_last_moment_of_their_lease()
    {
        Quote(_engine, 1, At(0), _lease);

        var result = _engine.Place(Buy(Bob, 10, 100), new Instant(99_999));

        Assert.Equal(new Quantity(10), result.Filled);
    }

    [Fact]
    public void Time_alone_ends_a_lease()
    {
        Quote(_engine, 1, At(0), _lease);

        _engine.Advance(At(100));

        Assert.Equal([new LadderPull(Maker, PullReason.LeaseEnded, 1)], _engine.Pulls.ToArray());
        Assert.Equal(0, _engine.RestingOrders);
        Assert.Equal(default, BalanceOf(_engine, Maker).BaseReserved);
    }

    [Fact]
    public void A_renewal_lets_the_ladder_stand_with_its_place_in_the_queue()
    {
        Quote(_engine, 1, At(0), _lease);
        var before = _engine.Orders();

        var renewed = _engine.Renew(Maker, 1, 1, _lease, At(60));
        _engine.Advance(At(159));

        Assert.Equal(Rejection.None, renewed);
        Assert.Equal(before, _engine.Orders());
        _engine.Advance(At(160));
        Assert.Equal(0, _engine.RestingOrders);
    }

    [Fact]
    public void A_mass_quote_renews_and_the_longest_lease_does_not_hide_the_shortest()
    {
        Quote(_engine, 1, At(0), _lease);
        Quote(_engine, 2, At(50), _lease);
        _engine.MassQuote(
            Ann, 1, 1, [], [new(Side.Sell, new(101), new(1))], At(60),
            new QuoteLease(0, TimeSpan.FromMilliseconds(10)));

        _engine.Advance(At(100));

        Assert.Equal([new LadderPull(Ann, PullReason.LeaseEnded, 1)], _engine.Pulls.ToArray());
        Assert.Equal(1, _engine.RestingOrders);
        _engine.Advance(At(150));
        Assert.Equal([new LadderPull(Maker, PullReason.LeaseEnded, 1)], _engine.Pulls.ToArray());
    }

    [Fact]
    public void Renewals_are_refused_for_the_first_reason_in_order()
    {
        var other = new QuoteLease(market: 5, _lease.Length);
        Quote(_engine, 1, At(0), _lease);
        _engine.Advance(At(100));

        Assert.Equal(
            Rejection.UnknownAccount, _engine.Renew(Nobody, 1, 2, other, At(101)));
        Assert.Equal(Rejection.StaleMarket, _engine.Renew(Maker, 1, 2, other, At(101)));
        Assert.Equal(Rejection.StaleSequence, _engine.Renew(Maker, 1, 2, _lease, At(101)));
        Assert.Equal(Rejection.LadderGone, _engine.Renew(Maker, 1, 1, _lease, At(101)));
    }

    [Fact]
    public void A_ladder_for_an_earlier_life_of_the_market_is_refused()
    {
        var next = MatchingEngine.Restore(Spec, default, _engine.Snapshot(), epoch: 1);

        var old = Quote(next, 7, At(0), _lease);
        var current = Quote(next, 8, At(0), new QuoteLease(1, _lease.Length));

        Assert.Equal((Rejection.StaleMarket, Rejection.None), (old, current));
    }

    [Fact]
    public void Without_a_lease_quotes_stand_until_they_are_replaced()
    {
        Quote(_engine, 1, At(0), default);

        _engine.Advance(new Instant(long.MaxValue / 2));

        Assert.Equal(1, _engine.RestingOrders);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(60_001)]
    public void A_lease_is_from_more_than_nothing_to_a_minute(long milliseconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new QuoteLease(0, TimeSpan.FromMilliseconds(milliseconds)));

    private static Rejection Quote(
        MatchingEngine engine, long sequence, Instant now, QuoteLease lease) =>
        engine.MassQuote(Maker, 1, sequence, [], _asks, now, lease).Rejection;

    private static Instant At(long milliseconds) => new(milliseconds * 1000);
}
