using CsCheck;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.MarketData;

public sealed class QueuePositionsTests
{
    private static readonly Gen<int> _seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void A_place_in_the_queue_is_what_a_naive_count_says() =>
        _seeds.Sample(seed =>
        {
            var market = new MovingMarket(seed);
            for (var step = 0; step < 200; step++)
            {
                market.Move(1);
                foreach (var account in RandomCommands.Accounts)
                {
                    Assert.Equal(
                        Naive(market.Engine, account), market.Engine.OwnOrders(account));
                }
            }
        }, iter: 20);

    [Fact]
    public void The_places_of_a_ladder_are_those_of_a_look_at_the_whole_book() =>
        _seeds.Sample(seed =>
        {
            var market = new MovingMarket(seed);
            var places = new OwnOrder[2 * MatchingEngine.MaxQuotesPerSide];
            for (var step = 0; step < 200; step++)
            {
                market.Move(1);
                var quotes = market.Engine.Orders().Where(order => order.IsQuote)
                    .Select(order => order.Id).ToHashSet();
                foreach (var account in RandomCommands.Accounts)
                {
                    Assert.Equal(
                        market.Engine.OwnOrders(account).Where(own => quotes.Contains(own.Id)),
                        places[..market.Engine.CopyQuotes(account, places)]);
                }
            }
        }, iter: 20);

    // The best bid has so many orders before it, the next one none.
    [Theory]
    [InlineData(MatchingEngine.MaxCountedAhead, 2)]
    [InlineData(MatchingEngine.MaxCountedAhead + 1, 0)]
    public void A_quote_behind_too_many_orders_is_left_out_with_all_that_is_worse(
        int orders, int expected)
    {
        var engine = TestPair.RichMarket();
        for (var i = 0; i < orders; i++)
        {
            engine.Place(
                new NewOrder(TestPair.Ann, Side.Buy, OrderKind.Limit, new(100), new(1)),
                new Instant(1));
        }
        Quote[] bids =
            [new(Side.Buy, new(100), new(1)), new(Side.Buy, new(99), new(1))];
        engine.MassQuote(TestPair.Maker, 1, 1, bids, [], new Instant(2));
        var places = new OwnOrder[2];

        var copied = engine.CopyQuotes(TestPair.Maker, places);

        Assert.Equal(expected, copied);
        Assert.Equal(
            new[] { orders, 0 }[..copied], places[..copied].Select(place => place.OrdersAhead));
    }

    [Fact]
    public void Changes_lead_from_one_look_to_the_next() =>
        _seeds.Sample(seed =>
        {
            var market = new MovingMarket(seed);
            var known = new Dictionary<OrderId, OwnOrder>();
            OwnOrder[] before = [];
            for (var step = 0; step < 200; step++)
            {
                market.Move(1 + step % 3);
                var after = market.Engine.OwnOrders(TestPair.Ann);

                Apply(OwnOrderChange.Between(before, after), known);

                Assert.Equal(after.ToHashSet(), known.Values.ToHashSet());
                before = after;
            }
        }, iter: 20);

    private static OwnOrder[] Naive(MatchingEngine engine, AccountId account) =>
        [
            .. engine.Orders().Select((order, at) =>
            {
                var ahead = engine.Orders().Take(at)
                    .Where(other => (other.Side, other.Price) == (order.Side, order.Price))
                    .ToArray();
                return (order.Account, Own: new OwnOrder(
                    order.Id, order.Side, order.Price, order.Remaining, ahead.Length,
                    new Quantity(ahead.Sum(other => other.Shown.Lots))));
            })
            .Where(order => order.Account == account)
            .Select(order => order.Own),
        ];

    private static void Apply(OwnOrderChange[] changes, Dictionary<OrderId, OwnOrder> known)
    {
        foreach (var (what, order) in changes)
        {
            if (what == OwnOrderEvent.Removed)
                Assert.True(known.Remove(order.Id));
            else if (what == OwnOrderEvent.Added)
                known.Add(order.Id, order);
            else
                Assert.NotEqual(order, known[order.Id]);
            if (what == OwnOrderEvent.Changed)
                known[order.Id] = order;
        }
    }
}
