using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Quoting;

/// <summary>A real maker in a real book; the test looks at what its rule is shown.</summary>
public sealed class TickViewTests
{
    private static readonly AccountId _desk = AccountId.Parse("desk");
    private static readonly AccountId _customer = AccountId.Parse("customer");
    private static readonly AccountId _taker = AccountId.Parse("taker");

    private readonly MatchingEngine _engine = new(Pairs.Cents, default);
    private readonly SpyRule _rule = new();
    private readonly PairMaker _maker;
    private Instant _now = new(1_000_000_000);
    private long _sequence;

    public TickViewTests()
    {
        _engine.OpenAccount(_desk, new(10_000_000), new(100_000_000_000));
        _engine.OpenAccount(_customer, new(10_000_000), new(100_000_000_000));
        _engine.OpenAccount(_taker, new(10_000_000), new(100_000_000_000));
        _maker = new PairMaker(
            Pairs.Cents, _desk,
            new DeskBooks(0, 0, new(10_000_000), new(100_000_000_000), default),
            new QuotingParameters(
                1, 0.01, 0.01, 1, 0,
                new ProtectionLimits(new(500_000), TimeSpan.Zero, TimeSpan.FromSeconds(60)),
                new QuoteTolerance(default, default)),
            _rule);
    }

    [Fact]
    public void The_reference_and_its_venue_are_shown_with_their_age()
    {
        Hear(9_999, 10_001);
        _now += TimeSpan.FromSeconds(0.5);

        var tick = Decide();

        Assert.Equal(
            (100, 99.99, 100.01, 0.5, 1001.0 - 0.5),
            (tick.Mid, tick.VenueBid, tick.VenueAsk, tick.ReferenceAge, tick.Time));
        Assert.Equal(1, tick.VenueCount);
        var venue = tick.Venue(0);
        Assert.Equal(
            (99.99, 0.003, 100.01, 0.004, 0.5, 1, 100),
            (venue.Bid, venue.BidSize, venue.Ask, venue.AskSize, venue.Age, venue.Confidence,
                venue.Mid));
        Assert.InRange(tick.Confidence, 0.5, 1);
    }

    [Fact]
    public void What_there_is_none_of_is_unknown()
    {
        Hear(9_999, 10_001);

        var tick = Decide();

        double[] unknown =
        [
            tick.BookBid, tick.BookAsk, tick.BookBidSize, tick.BookAskSize, tick.BookAge,
            tick.ShortVolatility, tick.LongVolatility, tick.Venue(1).Bid, tick.Venue(-1).Age,
            tick.Fill(0).Sign, tick.OwnBid(0).Price, tick.OwnAsk(0).SizeAhead,
        ];
        Assert.All(unknown, value => Assert.Equal(double.NaN, value));
        Assert.Equal(
            (0, 0, 0, 0), (tick.FillCount, tick.FillsDropped, tick.OwnBidCount, tick.OwnAskCount));
    }

    [Fact]
    public void The_pairs_limits_are_shown_in_its_units()
    {
        Hear(9_999, 10_001);

        var tick = Decide();

        Assert.Equal(
            (0.01, 0.001, 50, 50, 150, 0.001, 1_000, 0.5, 0.01),
            (tick.TickSize, tick.LotSize, tick.MaxLevels, tick.MinPrice, tick.MaxPrice,
                tick.MinSize, tick.MaxSize, tick.MaxDistance, tick.MinSpread));
    }

    [Fact]
    public void Own_quotes_are_shown_with_what_stands_before_them()
    {
        Rest(Side.Buy, 9_900, 300);
        Rest(Side.Buy, 9_900, 200);
        Rest(Side.Sell, 10_200, 700);
        Hear(9_999, 10_001);
        Requote();
        Rest(Side.Sell, 10_100, 100);
        _now += TimeSpan.FromSeconds(0.25);

        var tick = Decide();

        Assert.Equal((1, 1), (tick.OwnBidCount, tick.OwnAskCount));
        Assert.Equal((99, 1, 0.5), Plain(tick.OwnBid(0)));
        Assert.Equal((101, 1, 0), Plain(tick.OwnAsk(0)));
        Assert.Equal(
            (99, 1.5, 101, 1, 0.25),
            (tick.BookBid, tick.BookBidSize, tick.BookAsk, tick.BookAskSize, tick.BookAge));
    }

    [Fact]
    public void A_quote_that_traded_is_the_first_in_line_with_what_is_left()
    {
        Rest(Side.Buy, 9_900, 300);
        Hear(9_999, 10_001);
        Requote();
        Trade(Side.Sell, 700);

        var tick = Decide();

        Assert.Equal((99, 0.6, 0), Plain(tick.OwnBid(0)));
    }

    [Fact]
    public void Trades_since_the_last_tick_are_shown_once_oldest_first()
    {
        Hear(9_999, 10_001);
        Requote();
        Trade(Side.Sell, 100);
        Trade(Side.Buy, 250);

        var (first, fills) = DecideAndCopyFills();
        var (second, _) = DecideAndCopyFills();

        Assert.Equal([(1, 99, 0.1), (-1, 101, 0.25)], fills);
        Assert.Equal((0.1, 0.25, -0.15), (first.Bought, first.Sold, first.Position));
        Assert.Equal(
            (0, 0, 0, -0.15), (second.FillCount, second.Bought, second.Sold, second.Position));
    }

    [Fact]
    public void Of_too_many_trades_the_oldest_are_dropped_and_counted()
    {
        Hear(9_999, 10_001);
        Requote();
        for (var lots = 1; lots <= Tick.MaxFills + 3; lots++)
            Trade(Side.Buy, lots % 10 + 1);

        var dropped = 0;
        var (tick, fills) = DecideAndCopyFills(shown => dropped = shown.FillsDropped);

        Assert.Equal((Tick.MaxFills, 3), (fills.Length, dropped));
        Assert.Equal((-1, 101, 0.005), fills[0]);
        Assert.Equal((-1, 101, 0.008), fills[^1]);
        Assert.Equal(
            Enumerable.Range(1, Tick.MaxFills + 3).Sum(lots => lots % 10 + 1) / 1e3, tick.Sold);
    }

    [Fact]
    public void Balances_are_exact()
    {
        Hear(9_999, 10_001);
        Requote();
        Trade(Side.Sell, 1);

        var tick = Decide();

        Assert.Equal((10_000.001, 1_000_000 - 0.099), (tick.BaseBalance, tick.QuoteBalance));
    }

    [Fact]
    public void A_reference_that_moves_has_a_volatility()
    {
        for (var i = 0; i < 100; i++)
        {
            Hear(9_999 + i % 2, 10_001 + i % 2);
            _now += TimeSpan.FromSeconds(1);
        }

        var tick = Decide();

        // A cent of a hundred each second.
        Assert.Equal(1e-4, tick.ShortVolatility, 1e-6);
        Assert.Equal(1e-4, tick.LongVolatility, 1e-6);
    }

    private static (double, double, double) Plain(OwnQuote quote) =>
        (quote.Price, quote.Size, quote.SizeAhead);

    private void Hear(long bid, long ask) =>
        _maker.OnReference(
            new VenueQuote(new(bid), new(3), new(ask), new(4)), _now, _now);

    private Tick Decide()
    {
        var seen = default(Tick);
        _rule.See = tick => seen = tick;
        _maker.Decide(_now);
        return seen;
    }

    // The lists behind a tick are the host's: what is read of them is read while the rule runs.
    private (Tick Tick, (double, double, double)[] Fills) DecideAndCopyFills(
        Action<Tick>? look = null)
    {
        (double, double, double)[] fills = [];
        var seen = default(Tick);
        _rule.See = tick =>
        {
            seen = tick;
            look?.Invoke(tick);
            fills =
            [
                .. Enumerable.Range(0, tick.FillCount).Select(i => tick.Fill(i))
                    .Select(fill => (fill.Sign, fill.Price, fill.Size)),
            ];
        };
        _maker.Decide(_now);
        return (seen, fills);
    }

    private void Requote()
    {
        _maker.Decide(_now);
        var result = _engine.MassQuote(_desk, 1, ++_sequence, _maker.Bids, _maker.Asks, _now);
        _maker.OnReply(result.Reports, result.LastFill, default, default);
        var places = new OwnOrder[2];
        DepthLevel bid = default, ask = default;
        _engine.CopyDepth(Side.Buy, new(ref bid));
        _engine.CopyDepth(Side.Sell, new(ref ask));
        var count = _engine.CopyQuotes(_desk, places);
        _maker.OnPlaces(places.AsSpan(0, count), result.LastFill, bid, ask);
    }

    private void Rest(Side side, long ticks, long lots) =>
        _engine.Place(
            new NewOrder(_customer, side, OrderKind.Limit, new(ticks), new(lots)), _now);

    private void Trade(Side side, long lots)
    {
        _engine.Place(NewOrder.Market(_taker, side, new(lots)), _now);
        foreach (ref readonly var fill in _engine.Fills)
            _maker.OnFill(fill);
    }
}
