using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Book;

public sealed class TouchedTests
{
    private readonly MatchingEngine _engine = RichMarket();

    [Fact]
    public void An_order_that_rests_goes_to_the_end_of_a_queue()
    {
        var placed = _engine.Place(Buy(Ann, lots: 5, ticks: 10), default);

        Assert.Equal([new Touch(placed.Id, Requeued: true)], _engine.Touched.ToArray());
    }

    [Fact]
    public void Makers_are_touched_in_order_of_their_trades_and_a_taker_that_does_not_rest_is_not()
    {
        var first = _engine.Place(Sell(Ann, lots: 5, ticks: 10), default).Id;
        var second = _engine.Place(Sell(Ann, lots: 5, ticks: 11), default).Id;

        _engine.Place(Buy(Bob, lots: 7, ticks: 11, OrderKind.ImmediateOrCancel), default);

        Assert.Equal(
            [new Touch(first, Requeued: false), new Touch(second, Requeued: false)],
            _engine.Touched.ToArray());
    }

    [Fact]
    public void Quotes_are_never_touched()
    {
        _engine.MassQuote(
            Maker, 1, 1, [], [new(Side.Sell, new Price(10), new Quantity(5))], default);
        var quoted = _engine.Touched.Length;

        _engine.Place(Buy(Bob, lots: 7, ticks: 11, OrderKind.ImmediateOrCancel), default);

        Assert.Equal((0, 0), (quoted, _engine.Touched.Length));
    }

    [Fact]
    public void A_new_epoch_numbers_orders_from_anew()
    {
        var order = Buy(Ann, lots: 5, ticks: 10);
        _engine.Place(order, default);
        var restored = MatchingEngine.Restore(Spec, default, _engine.Snapshot(), epoch: 3);

        var placed = restored.Place(order, default);

        Assert.Equal(new OrderId((3L << 36) + 1), placed.Id);
    }
}
