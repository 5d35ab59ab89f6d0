using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Book;

public sealed class OrderConditionTests
{
    private readonly MatchingEngine _engine = RichMarket();

    [Fact]
    public void Conditions_are_refused_for_the_first_reason()
    {
        var met = new List<Rejection>();
        var now = new Instant(10);
        var order = Buy(Ann, lots: 0, ticks: 100, OrderKind.FillOrKill) with
        {
            Trigger = new Price(0),
            Display = new Quantity(-1),
            Budget = Notional.Zero,
            Expires = now,
            Link = new OrderId(77),
        };

        Try(order);
        Try(order = order with { Quantity = new Quantity(1_000) });
        Try(order = order with { Trigger = null });
        Try(order = order with { Display = new Quantity(9) });
        Try(order = order with { Display = new Quantity(10) });
        Try(order = order with { Budget = new Notional(1) });
        Try(order = order with { Expires = null });
        Try(order with { Link = null });

        Assert.Equal(
            [
                Rejection.QuantityOutOfRange, Rejection.TriggerOutOfRange,
                Rejection.DisplayOutOfRange, Rejection.DisplayOutOfRange,
                Rejection.BudgetOutOfRange, Rejection.ExpiryOutOfRange, Rejection.UnknownLink,
                Rejection.NotFillable,
            ],
            met);
        Assert.Equal(met.Order(), met);

        void Try(NewOrder wrong) => met.Add(_engine.Place(wrong, now).Rejection);
    }

    [Fact]
    public void A_market_buy_does_not_pay_for_asks_that_it_cannot_trade_with()
    {
        var poor = AccountId.Parse("poor");
        Fund(_engine, poor, lots: 10, tickLots: 50);
        _engine.Place(Sell(Bob, lots: 5, ticks: 10), default);
        _engine.Place(Sell(poor, lots: 10, ticks: 11), default);

        var result = _engine.Place(
            NewOrder.Market(poor, Side.Buy, new Quantity(15)), default);

        Assert.Equal(
            (Rejection.None, new Quantity(5), new Quantity(10)),
            (result.Rejection, result.Filled, result.Cancelled));
    }
}
