using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.Quotes.LadderOf;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Quotes;

public sealed class ChangeQuoteTests
{
    private readonly MatchingEngine _engine = RichMarket();

    [Theory]
    [InlineData(98, 5)]
    [InlineData(99, 4)]
    [InlineData(99, 11)]
    [InlineData(97, 5)]
    [InlineData(99, 0)]
    [InlineData(95, 0)]
    public void A_change_does_what_the_whole_ladder_with_it_does(long ticks, long lots)
    {
        var twin = RichMarket();
        foreach (var engine in (MatchingEngine[])[_engine, twin])
        {
            engine.MassQuote(Maker, 1, 1, Bids((10, 99), (10, 97)), Asks((10, 101)), default);
            engine.Place(Sell(Ann, lots: 3, ticks: 99), default);
            engine.Place(Buy(Bob, lots: 1, ticks: 99), default);
        }
        var whole = Bids((7, 99), (10, 97)).Where(quote => quote.Price.Ticks != ticks)
            .Concat(Bids((lots, ticks)).Where(quote => quote.Quantity.Lots > 0))
            .OrderByDescending(quote => quote.Price).ToArray();

        var changed = Change(2, Side.Buy, lots, ticks);
        var replaced = twin.MassQuote(Maker, 1, 2, whole, Asks((10, 101)), default);

        Assert.Equal(Rejection.None, changed.Rejection);
        Assert.Equal(replaced.Change, changed.Change);
        Assert.Equal(replaced.Reports.ToArray(), changed.Reports.ToArray());
        Assert.Equal(twin.Orders(), _engine.Orders());
        Assert.Equal(BalanceOf(twin, Maker), BalanceOf(_engine, Maker));
    }

    [Fact]
    public void A_repeat_gives_the_same_answer_and_a_lower_sequence_is_refused()
    {
        var first = Change(2, Side.Sell, 5, 101).Reports.ToArray();
        _engine.Place(Buy(Ann, lots: 2, ticks: 101), default);
        var before = _engine.Orders();

        var again = Change(2, Side.Sell, 5, 101);
        var lower = Change(1, Side.Sell, 9, 102);

        Assert.Equal(first, again.Reports.ToArray());
        Assert.Equal(Rejection.StaleSequence, lower.Rejection);
        Assert.Equal(before, _engine.Orders());
    }

    [Theory]
    [InlineData(Side.Buy, 102)]
    [InlineData(Side.Sell, 90)]
    public void A_quote_that_would_take_is_refused(Side side, long ticks)
    {
        _engine.Place(Sell(Ann, lots: 1, ticks: 102), default);
        _engine.Place(Buy(Bob, lots: 1, ticks: 90), default);
        var before = _engine.Orders();

        var result = Change(1, side, 5, ticks);

        Assert.Equal(Rejection.PostOnlyWouldTake, result.Rejection);
        Assert.Equal(before, _engine.Orders());
    }

    [Theory]
    [InlineData(5, 101, Rejection.QuotesNotInOrder)]
    [InlineData(5, 0, Rejection.PriceOutOfRange)]
    [InlineData(-1, 98, Rejection.QuantityOutOfRange)]
    public void What_is_refused_changes_nothing(long lots, long ticks, Rejection expected)
    {
        _engine.MassQuote(Maker, 1, 1, Bids((10, 99)), Asks((10, 101)), default);
        var before = _engine.Orders();

        var result = Change(2, Side.Buy, lots, ticks);

        Assert.Equal(expected, result.Rejection);
        Assert.Equal(before, _engine.Orders());
    }

    [Fact]
    public void A_side_has_no_room_for_more_than_it_may_have()
    {
        for (var level = 0; level < MatchingEngine.MaxQuotesPerSide; level++)
            Assert.Equal(Rejection.None, Change(level, Side.Buy, 1, 500 - level).Rejection);

        var result = Change(MatchingEngine.MaxQuotesPerSide, Side.Buy, 1, 600);

        Assert.Equal(Rejection.TooManyQuotes, result.Rejection);
        Assert.Equal(MatchingEngine.MaxQuotesPerSide, _engine.RestingOrders);
    }

    [Fact]
    public void The_whole_ladder_stands_for_the_lease_of_its_last_change()
    {
        var lease = new QuoteLease(0, TimeSpan.FromSeconds(1));
        _engine.MassQuote(Maker, 1, 1, Bids((10, 99)), [], At(0), lease);

        _engine.ChangeQuote(Maker, 1, 2, Bids((5, 98))[0], At(900), lease);
        _engine.Advance(At(1_899));
        var standing = _engine.RestingOrders;
        _engine.Advance(At(1_900));

        Assert.Equal(2, standing);
        Assert.Equal(0, _engine.RestingOrders);
        Assert.Equal([new LadderPull(Maker, PullReason.LeaseEnded, 2)], _engine.Pulls.ToArray());
    }

    [Fact]
    public void While_the_market_is_halted_nothing_comes_and_what_is_not_there_may_go()
    {
        Change(1, Side.Buy, 5, 98);
        _engine.Halt("a test", default);

        var place = Change(2, Side.Buy, 5, 98).Rejection;
        var cancel = Change(3, Side.Buy, 0, 98).Rejection;

        Assert.Equal((Rejection.MarketHalted, Rejection.None), (place, cancel));
        Assert.Equal(0, _engine.RestingOrders);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_changes_do_what_whole_ladders_do(int seed)
    {
        var random = new Random(seed);
        var twin = RichMarket();
        for (var step = 1; step <= 3_000; step++)
        {
            var (ticks, lots) = (90 + random.Next(20), random.Next(6));
            var side = (Side)random.Next(2);
            if (random.Next(2) == 0)
            {
                var order = new NewOrder(
                    random.Next(2) == 0 ? Ann : Bob, side, OrderKind.Limit, new Price(ticks),
                    new Quantity(1 + lots));
                Assert.Equal(_engine.Place(order, At(step)), twin.Place(order, At(step)));
                continue;
            }
            var changed = _engine.ChangeQuote(
                Maker, 1, step, new Quote(side, new Price(ticks), new Quantity(lots)), At(step));
            if (changed.Rejection != Rejection.None)
                continue;
            var quotes = changed.Reports.ToArray();
            var replaced = twin.MassQuote(
                Maker, 1, step, Wanted(quotes, Side.Buy), Wanted(quotes, Side.Sell), At(step));

            Assert.Equal(changed.Change, replaced.Change);
            Assert.Equal(twin.Orders(), _engine.Orders());
            Assert.Equal(BalanceOf(twin, Maker), BalanceOf(_engine, Maker));
        }
        Assert.True(_engine.LastFill > 100);
    }

    private MassQuoteResult Change(long sequence, Side side, long lots, long ticks) =>
        _engine.ChangeQuote(
            Maker, 1, sequence, new Quote(side, new Price(ticks), new Quantity(lots)), default);

    private static Quote[] Wanted(QuoteReport[] reports, Side side) =>
        [.. reports.Select(report => report.Wanted).Where(quote => quote.Side == side)];

    private static Instant At(long milliseconds) => new(milliseconds * 1_000);
}
