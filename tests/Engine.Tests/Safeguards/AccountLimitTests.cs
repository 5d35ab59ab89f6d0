using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Safeguards;

public sealed class AccountLimitTests
{
    private readonly MatchingEngine _engine = RichMarket();

    public AccountLimitTests() =>
        _engine.SetTerms(Ann, new AccountTerms(MaxOpenOrders: 2, MaxQuantity: new Quantity(10)));

    [Fact]
    public void An_order_that_may_rest_counts_while_it_is_open()
    {
        var first = Place(Buy(Ann, 1, 90));
        Place(Buy(Ann, 1, 91));

        var third = Place(Buy(Ann, 1, 92)).Rejection;
        _engine.Cancel(Ann, first.Id, default);
        var afterACancel = Place(Buy(Ann, 1, 92)).Rejection;
        Place(Sell(Bob, 1, 91));
        var afterATrade = Place(Buy(Ann, 1, 89)).Rejection;

        Assert.Equal(
            (Rejection.TooManyOpenOrders, Rejection.None, Rejection.None),
            (third, afterACancel, afterATrade));
    }

    [Fact]
    public void An_order_that_cannot_rest_does_not_count()
    {
        Place(Buy(Ann, 1, 90));
        Place(Buy(Ann, 1, 91));
        Place(Sell(Bob, 1, 100));

        var result = Place(Buy(Ann, 1, 100, OrderKind.ImmediateOrCancel));

        Assert.Equal(new Quantity(1), result.Filled);
    }

    [Fact]
    public void An_order_that_moves_counts_once()
    {
        var order = Place(Buy(Ann, 1, 90));
        Place(Buy(Ann, 1, 91));

        var moved = _engine.Amend(Ann, order.Id, new(92), new(2), default).Rejection;
        var another = Place(Buy(Ann, 1, 93)).Rejection;

        Assert.Equal((Rejection.None, Rejection.TooManyOpenOrders), (moved, another));
    }

    [Fact]
    public void Quotes_do_not_count_and_are_not_limited_in_number()
    {
        Place(Buy(Ann, 1, 80));
        Place(Buy(Ann, 1, 81));

        var result = _engine.MassQuote(Ann, 1, 1, Bids(1, 90, 89, 88), [], default);

        Assert.Equal(3, result.Change.Placed);
    }

    [Fact]
    public void The_largest_order_and_quote_are_the_accounts_own()
    {
        var largest = Place(Buy(Ann, 10, 90)).Rejection;
        var larger = Place(Buy(Ann, 11, 90)).Rejection;
        var others = Place(Buy(Bob, 11, 90)).Rejection;
        var quoted = _engine.MassQuote(Ann, 1, 1, Bids(11, 90), [], default).Rejection;

        Assert.Equal(
            (Rejection.None, Rejection.QuantityOverAccountLimit, Rejection.None,
                Rejection.QuantityOverAccountLimit),
            (largest, larger, others, quoted));
    }

    [Fact]
    public void The_pairs_own_limit_is_everybodys()
    {
        _engine.Limits = new MarketLimits { MaxOpenOrders = 1 };
        Place(Buy(Ann, 1, 90));
        Place(Buy(Bob, 1, 90));

        Assert.Equal(
            (Rejection.TooManyOpenOrders, Rejection.TooManyOpenOrders),
            (Place(Buy(Ann, 1, 90)).Rejection, Place(Buy(Bob, 1, 90)).Rejection));
    }

    [Fact]
    public void Open_orders_are_counted_again_after_a_restart()
    {
        Place(Buy(Ann, 1, 90));
        Place(Buy(Ann, 1, 91));

        var restored = MatchingEngine.Restore(Spec, default, _engine.Snapshot());

        Assert.Equal(
            Rejection.TooManyOpenOrders, restored.Place(Buy(Ann, 1, 92), default).Rejection);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MatchingEngine.MaxRestingOrders + 1)]
    public void The_pairs_limit_is_from_one_to_what_the_book_holds(int orders) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new MarketLimits { MaxOpenOrders = orders });

    private PlaceResult Place(NewOrder order) => _engine.Place(order, default);

    private static Quote[] Bids(long lots, params long[] ticks) =>
        [.. ticks.Select(tick => new Quote(Side.Buy, new(tick), new(lots)))];
}
