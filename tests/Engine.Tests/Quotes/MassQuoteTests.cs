using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.Quotes.LadderOf;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Quotes;

public sealed class MassQuoteTests
{
    private readonly MatchingEngine _engine = RichMarket();

    [Theory]
    [InlineData(10, true)]
    [InlineData(4, true)]
    [InlineData(11, false)]
    public void A_level_keeps_its_place_unless_it_grows(long lots, bool keepsItsPlace)
    {
        Requote(1, Bids((10, 99)), []);
        _engine.Place(Buy(Bob, lots: 1, ticks: 99), default);

        Requote(2, Bids((lots, 99)), []);

        Assert.Equal(keepsItsPlace ? Maker : Bob, FirstSoldTo());
    }

    [Fact]
    public void A_level_at_another_price_goes_to_the_end_of_that_queue()
    {
        Requote(1, Bids((10, 99)), []);
        _engine.Place(Buy(Bob, lots: 1, ticks: 98), default);

        Requote(2, Bids((10, 98)), []);

        Assert.Equal(Bob, FirstSoldTo());
    }

    [Fact]
    public void A_level_that_left_and_came_back_goes_to_the_end()
    {
        Requote(1, Bids((10, 99)), []);
        _engine.Place(Buy(Bob, lots: 1, ticks: 99), default);

        Requote(2, [], []);
        Requote(3, Bids((10, 99)), []);

        Assert.Equal(Bob, FirstSoldTo());
    }

    [Fact]
    public void A_level_that_is_refilled_after_a_trade_goes_to_the_end()
    {
        Requote(1, Bids((10, 99)), []);
        _engine.Place(Sell(Ann, lots: 3, ticks: 99), default);
        _engine.Place(Buy(Bob, lots: 1, ticks: 99), default);

        Requote(2, Bids((10, 99)), []);

        Assert.Equal(Bob, FirstSoldTo());
    }

    [Fact]
    public void What_was_done_to_each_level_is_counted()
    {
        Requote(1, Bids((10, 99), (10, 98), (10, 97)), Asks((10, 101)));

        var result = Requote(2, Bids((10, 99), (7, 98), (11, 97)), Asks((10, 102)));

        Assert.Equal(new LadderChange(Kept: 1, Amended: 1, Placed: 2, Cancelled: 2), result.Change);
    }

    [Fact]
    public void The_reports_are_the_whole_ladder_with_the_orders_that_rest_for_it()
    {
        Requote(1, Bids((10, 99), (10, 98)), []);
        var bids = Bids((10, 99), (11, 98));
        var asks = Asks((5, 101));

        var result = Requote(2, bids, asks);

        Assert.Equal(
            [
                new QuoteReport(bids[0], new OrderId(1), new Price(99), Rejection.None),
                new QuoteReport(bids[1], new OrderId(3), new Price(98), Rejection.None),
                new QuoteReport(asks[0], new OrderId(4), new Price(101), Rejection.None),
            ],
            result.Reports.ToArray());
    }

    [Fact]
    public void A_repeat_answers_the_same_and_changes_nothing()
    {
        var first = Requote(1, Bids((10, 99), (10, 98)), Asks((10, 101)));
        var reports = first.Reports.ToArray();
        var change = first.Change;
        _engine.Place(Sell(Ann, lots: 10, ticks: 99), default);
        var orders = _engine.Orders();

        var repeat = Requote(1, Bids((1, 50)), []);

        Assert.Equal(Rejection.None, repeat.Rejection);
        Assert.Equal(reports, repeat.Reports.ToArray());
        Assert.Equal((change, 0), (repeat.Change, repeat.LastFill));
        Assert.Equal(orders, _engine.Orders());
        Assert.Equal(0, _engine.Fills.Length);
    }

    [Theory]
    [InlineData(2, 6)]
    [InlineData(1, 1000)]
    public void An_older_mass_quote_is_refused_and_changes_nothing(long epoch, long sequence)
    {
        _engine.MassQuote(Maker, epoch: 2, sequence: 7, Bids((10, 99)), [], default);
        var orders = _engine.Orders();

        var result = _engine.MassQuote(Maker, epoch, sequence, Bids((10, 98)), [], default);

        Assert.Equal(Rejection.StaleSequence, result.Rejection);
        Assert.Equal(orders, _engine.Orders());
    }

    [Fact]
    public void A_later_epoch_begins_its_own_sequence()
    {
        _engine.MassQuote(Maker, epoch: 2, sequence: 7, Bids((10, 99)), [], default);

        var result = _engine.MassQuote(Maker, epoch: 3, sequence: 0, Bids((10, 98)), [], default);

        Assert.Equal(Rejection.None, result.Rejection);
        Assert.Equal(new Price(98), Assert.Single(_engine.Orders()).Price);
    }

    public static TheoryData<string, Quote[], Quote[], Rejection, int> Faults => new()
    {
        { "too many", Bids([.. Enumerable.Range(0, 51).Select(i => (1L, 99L - i))]), [],
            Rejection.TooManyQuotes, 0 },
        { "too many asks", [], Asks([.. Enumerable.Range(0, 51).Select(i => (1L, 101L + i))]),
            Rejection.TooManyQuotes, 0 },
        { "no price", Bids((1, 99), (1, 0)), [], Rejection.PriceOutOfRange, 1 },
        { "too high", [], Asks((1, 101), (1, 1_000_001)), Rejection.PriceOutOfRange, 1 },
        { "no quantity", Bids((1, 99)), Asks((0, 101)), Rejection.QuantityOutOfRange, 1 },
        { "too large", Bids((1_000_001, 99)), [], Rejection.QuantityOutOfRange, 0 },
        { "price and quantity", Bids((0, 0)), [], Rejection.PriceOutOfRange, 0 },
        { "bids not best first", Bids((1, 98), (1, 99)), [], Rejection.QuotesNotInOrder, 1 },
        { "asks not best first", Bids((1, 9)), Asks((1, 12), (1, 11)),
            Rejection.QuotesNotInOrder, 2 },
        { "a price twice", Bids((1, 99), (1, 99)), [], Rejection.QuotesNotInOrder, 1 },
        { "an ask among bids", Asks((1, 99)), [], Rejection.QuotesNotInOrder, 0 },
        { "crosses itself", Bids((1, 101), (1, 99)), Asks((1, 101)),
            Rejection.QuotesNotInOrder, 2 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_ladder_at_fault_is_refused_whole_and_changes_nothing(
        string fault, Quote[] bids, Quote[] asks, Rejection rejection, int at)
    {
        Requote(1, Bids((10, 99)), Asks((10, 101)));
        var orders = _engine.Orders();

        var result = Requote(2, bids, asks);

        Assert.Equal((fault, rejection, at), (fault, result.Rejection, result.RejectedAt));
        Assert.Equal(0, result.Reports.Length);
        Assert.Equal(orders, _engine.Orders());
        Assert.Equal(Rejection.None, Requote(2, Bids((10, 98)), []).Rejection);
    }

    [Fact]
    public void A_full_ladder_of_fifty_quotes_a_side_is_taken()
    {
        var bids = Bids([.. Enumerable.Range(0, 50).Select(i => (1L, 500L - i))]);
        var asks = Asks([.. Enumerable.Range(0, 50).Select(i => (1L, 501L + i))]);

        var result = Requote(1, bids, asks);

        Assert.Equal(new LadderChange(0, 0, Placed: 100, 0), result.Change);
    }

    [Fact]
    public void An_owner_without_an_account_is_refused()
    {
        var result = _engine.MassQuote(Nobody, 1, 1, Bids((1, 99)), [], default);

        Assert.Equal(Rejection.UnknownAccount, result.Rejection);
        Assert.Empty(_engine.Orders());
    }

    [Fact]
    public void Quotes_that_are_not_paid_for_are_left_out_and_the_others_rest()
    {
        var poor = new MatchingEngine(Spec, default);
        Fund(poor, Maker, lots: 5, tickLots: 250);

        var result = poor.MassQuote(
            Maker, 1, 1, Bids((1, 99), (2, 98), (1, 97)), Asks((5, 101), (1, 102)),
            default);

        Assert.Equal(
            [Rejection.None, Rejection.InsufficientFunds, Rejection.None, Rejection.None,
                Rejection.InsufficientFunds],
            result.Reports.ToArray().Select(report => report.Rejection));
    }

    [Fact]
    public void A_quote_that_cannot_pay_for_its_growth_leaves_the_book()
    {
        var poor = new MatchingEngine(Spec, default);
        Fund(poor, Maker, lots: 0, tickLots: 100);
        poor.MassQuote(Maker, 1, 1, Bids((1, 50), (1, 49)), [], default);

        var result = poor.MassQuote(Maker, 1, 2, Bids((3, 50), (2, 49)), [], default);

        Assert.Equal(new LadderChange(Kept: 0, 0, Placed: 1, Cancelled: 2), result.Change);
        var rests = Assert.Single(poor.Orders());
        Assert.Equal((new Price(49), new Quantity(2)), (rests.Price, rests.Remaining));
    }

    [Fact]
    public void What_the_old_ladder_held_pays_for_the_new_one()
    {
        var poor = new MatchingEngine(Spec, default);
        Fund(poor, Maker, lots: 0, tickLots: 100);
        poor.MassQuote(Maker, 1, 1, Bids((1, 50), (1, 49)), [], default);

        var result = poor.MassQuote(Maker, 1, 2, Bids((1, 51), (1, 49)), [], default);

        Assert.Equal(new LadderChange(Kept: 1, 0, Placed: 1, Cancelled: 1), result.Change);
    }

    [Fact]
    public void Quotes_that_would_take_slide_behind_the_other_side()
    {
        _engine.Place(Sell(Ann, lots: 1, ticks: 100), default);
        _engine.Place(Buy(Bob, lots: 1, ticks: 90), default);

        var bids = Requote(1, Bids((1, 105), (1, 98)), []).Reports.ToArray();
        var asks = Requote(2, [], Asks((1, 80), (1, 95))).Reports.ToArray();

        Assert.Equal([new Price(99), new Price(98)], bids.Select(report => report.Price));
        Assert.Equal([new Price(91), new Price(95)], asks.Select(report => report.Price));
    }

    [Fact]
    public void Quotes_slide_behind_an_order_of_the_owner_that_is_no_quote()
    {
        _engine.Place(Sell(Maker, lots: 1, ticks: 100), default);

        var result = Requote(1, Bids((1, 100)), []);

        Assert.Equal(new Price(99), Assert.Single(result.Reports.ToArray()).Price);
    }

    [Fact]
    public void Quotes_do_not_slide_behind_the_ladder_that_they_replace()
    {
        Requote(1, Bids((1, 99)), Asks((1, 101)));

        var result = Requote(2, Bids((1, 105)), Asks((1, 110)));

        Assert.Equal(
            [new Price(105), new Price(110)],
            result.Reports.ToArray().Select(report => report.Price));
    }

    [Fact]
    public void A_quote_without_any_price_to_slide_to_is_left_out()
    {
        _engine.Place(Sell(Ann, lots: 1, ticks: 1), default);

        var result = Requote(1, Bids((1, 1)), Asks((1, 2)));

        Assert.Equal(
            [Rejection.PostOnlyWouldTake, Rejection.None],
            result.Reports.ToArray().Select(report => report.Rejection));
    }

    [Fact]
    public void A_slid_level_keeps_its_place_while_it_slides_to_the_same_price()
    {
        _engine.Place(Sell(Ann, lots: 1, ticks: 100), default);
        Requote(1, Bids((10, 105)), []);
        _engine.Place(Buy(Bob, lots: 1, ticks: 99), default);

        Requote(2, Bids((10, 103)), []);

        Assert.Equal(Maker, FirstSoldTo());
    }

    [Fact]
    public void Another_owner_s_quotes_are_left_alone()
    {
        _engine.MassQuote(Ann, 1, 1, Bids((1, 98)), Asks((1, 102)), default);
        var quotes = _engine.Orders();
        Requote(5, Bids((2, 99)), Asks((2, 101)));

        Requote(6, [], []);

        Assert.Equal(quotes, _engine.Orders());
    }

    [Fact]
    public void Quotes_are_neither_amended_nor_cancelled_one_by_one()
    {
        Requote(1, Bids((10, 99)), []);
        var quote = Assert.Single(_engine.Orders());

        var cancelled = _engine.Cancel(Maker, quote.Id, default);
        var amended = _engine.Amend(Maker, quote.Id, quote.Price, new Quantity(1), default);

        Assert.Equal(
            (Rejection.UnknownOrder, Rejection.UnknownOrder),
            (cancelled.Rejection, amended.Rejection));
        Assert.Equal(quote, Assert.Single(_engine.Orders()));
    }

    [Fact]
    public void The_quoted_top_is_what_is_left_of_the_ladder()
    {
        Requote(1, Bids((10, 99), (10, 98)), Asks((10, 101), (10, 103)));
        _engine.Place(Sell(Ann, lots: 15, ticks: 98), default);
        _engine.Place(Buy(Bob, lots: 4, ticks: 101), default);

        var top = _engine.Top(Maker);

        Assert.Equal(new QuotedTop(new Price(98), 1, new Price(101), 2), top);
    }

    [Fact]
    public void An_owner_without_a_ladder_has_no_top()
    {
        Requote(1, Bids((10, 99)), []);
        Requote(2, [], []);

        Assert.Equal(default, _engine.Top(Maker));
        Assert.Equal(default, _engine.Top(Ann));
        Assert.Equal(default, _engine.Top(Nobody));
    }

    private MassQuoteResult Requote(long sequence, Quote[] bids, Quote[] asks) =>
        _engine.MassQuote(Maker, epoch: 1, sequence, bids, asks, default);

    /// <summary>Sells one lot to whoever is first in line.</summary>
    private AccountId FirstSoldTo()
    {
        _engine.Place(
            NewOrder.Market(Ann, Side.Sell, new Quantity(1)), default);
        return Assert.Single(_engine.Fills.ToArray()).MakerAccount;
    }
}
