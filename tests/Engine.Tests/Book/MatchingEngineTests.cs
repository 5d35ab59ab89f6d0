using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Book;

/// <summary>What neither a scenario nor the twin can show: precedence, limits and views.</summary>
public sealed class MatchingEngineTests
{
    public static TheoryData<NewOrder, Rejection> FaultyOrders => new()
    {
        { Buy(Nobody, lots: 0, ticks: 0), Rejection.UnknownAccount },
        { Buy(Ann, lots: 0, ticks: 0), Rejection.PriceOutOfRange },
        { Buy(Ann, lots: 1_000_001, ticks: 1_000_001), Rejection.PriceOutOfRange },
        { Buy(Ann, lots: 0, ticks: 1), Rejection.QuantityOutOfRange },
        { Sell(Ann, lots: -1, ticks: 1), Rejection.QuantityOutOfRange },
        { Sell(Ann, lots: 1_000_001, ticks: 1), Rejection.QuantityOutOfRange },
        { NewOrder.Market(Ann, Side.Sell, Quantity.Zero), Rejection.QuantityOutOfRange },
        { Buy(Ann, lots: 50, ticks: 100, OrderKind.PostOnly), Rejection.InsufficientFunds },
        { Buy(Ann, lots: 1, ticks: 100, OrderKind.PostOnly), Rejection.PostOnlyWouldTake },
        { NewOrder.Market(Ann, Side.Buy, new Quantity(11)), Rejection.InsufficientFunds },
    };

    [Theory]
    [MemberData(nameof(FaultyOrders))]
    public void The_first_reason_in_order_of_precedence_is_the_answer(
        NewOrder order, Rejection rejection)
    {
        var engine = new MatchingEngine(Spec, default);
        Fund(engine, Ann, lots: 1_000, tickLots: 1_000);
        Fund(engine, Bob, lots: 1_000, tickLots: 0);
        engine.Place(Sell(Bob, lots: 1_000, ticks: 100), default);
        var balance = BalanceOf(engine, Ann);

        var result = engine.Place(order, default);

        Assert.Equal(new PlaceResult(rejection, default, default, default, default), result);
        Assert.Equal(0, engine.Fills.Length);
        Assert.Equal(1, engine.RestingOrders);
        Assert.Equal(balance, BalanceOf(engine, Ann));
    }

    [Fact]
    public void A_full_book_takes_no_more_orders_but_still_trades()
    {
        var engine = RichMarket();
        for (var order = 0; order < MatchingEngine.MaxRestingOrders; order++)
            engine.Place(Sell(Ann, lots: 1, ticks: 100), default);
        var ask = new Quote(Side.Sell, new Price(101), new Quantity(1));

        var limit = engine.Place(Buy(Bob, lots: 1, ticks: 99), default);
        var report = engine.MassQuote(Maker, 1, 1, [], [ask], default).Reports[0];
        var taker = engine.Place(
            Buy(Bob, lots: 1, ticks: 100, OrderKind.ImmediateOrCancel), default);

        Assert.Equal(Rejection.BookFull, limit.Rejection);
        Assert.Equal(Rejection.BookFull, report.Rejection);
        Assert.Equal(new Quantity(1), taker.Filled);
        Assert.Equal(MatchingEngine.MaxRestingOrders - 1, engine.RestingOrders);
    }

    [Fact]
    public void A_refused_order_uses_up_no_number()
    {
        var engine = RichMarket();
        engine.Place(Buy(Ann, lots: 0, ticks: 1), default);

        var result = engine.Place(Buy(Ann, lots: 1, ticks: 1), default);

        Assert.Equal(new OrderId(1), result.Id);
    }

    [Fact]
    public void A_trade_says_everything_about_itself()
    {
        var engine = RichMarket(new FeeSchedule(new FeeRate(-1_000), new FeeRate(2_000)));
        var maker = engine.Place(Sell(Ann, lots: 10, ticks: 1_000), new Instant(1));

        var taker = engine.Place(Buy(Bob, lots: 4, ticks: 1_005), new Instant(2));

        var fill = new Fill(
            Number: 1, At: new Instant(2), TakerSide: Side.Buy, Price: new Price(1_000),
            Quantity: new Quantity(4), Maker: maker.Id, Taker: taker.Id, MakerAccount: Ann,
            TakerAccount: Bob, MakerFee: new Notional(-4), TakerFee: new Notional(8));
        Assert.Equal([fill], engine.Fills.ToArray());
        Assert.Equal(new Notional(4_000), fill.Notional);
    }

    [Fact]
    public void Trades_are_those_of_the_last_command_alone()
    {
        var engine = RichMarket();
        engine.Place(Sell(Ann, lots: 1, ticks: 100), default);
        engine.Place(Buy(Bob, lots: 1, ticks: 100), default);

        engine.Cancel(Bob, new OrderId(77), default);

        Assert.Equal(0, engine.Fills.Length);
    }

    [Fact]
    public void Depth_is_cut_to_what_is_asked_for_best_first()
    {
        var engine = RichMarket();
        foreach (var ticks in (long[])[97, 99, 98, 99])
            engine.Place(Buy(Ann, lots: 2, ticks), default);
        var depth = new DepthLevel[2];

        var count = engine.CopyDepth(Side.Buy, depth);

        Assert.Equal(2, count);
        Assert.Equal(
            [
                new DepthLevel(new Price(99), new Quantity(4), 2),
                new DepthLevel(new Price(98), new Quantity(2), 1),
            ],
            depth);
    }

    [Fact]
    public void A_snapshot_that_contradicts_itself_is_not_restored()
    {
        var engine = RichMarket();
        engine.Place(Buy(Ann, lots: 2, ticks: 5), default);
        var snapshot = engine.Snapshot();
        var stranger = snapshot with { Orders = [snapshot.Orders[0] with { Account = Nobody }] };
        var twice = snapshot with { Orders = [snapshot.Orders[0], snapshot.Orders[0]] };

        Assert.Throws<InvariantBrokenException>(
            () => MatchingEngine.Restore(Spec, default, stranger));
        Assert.Throws<InvariantBrokenException>(
            () => MatchingEngine.Restore(Spec, default, twice));
    }
}
