using MarketMaker.Engine.Book;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Journal;

public sealed class ClientOrdersTests
{
    private static readonly AccountId _bob = RandomCommands.Accounts[0];
    private static readonly AccountId _cid = RandomCommands.Accounts[1];

    private readonly JournalledMarket _market = new JournalledMarket().Funded();

    [Fact]
    public void A_repeated_order_gets_its_first_answer_with_its_trades_and_trades_once()
    {
        Place(Sell("ask", 3));
        var order = Buy("bid", 2);

        var first = Place(order);
        var again = Place(order);

        Assert.Equal((first.Result, 2), (again.Result, first.Result.Filled.Lots));
        Assert.Equal(first.Fills, again.Fills);
        Assert.Single(first.Fills);
        Assert.Equal(1, _market.Market.Engine.LastFill);
    }

    [Fact]
    public void A_repeated_order_gets_its_first_answer_after_a_recovery()
    {
        Place(Sell("ask", 3));
        var first = Place(Buy("bid", 2));
        _market.Flush();

        var fromRecords = new JournalledMarket(_market.Stored());
        var fromSnapshot = new JournalledMarket(_market.Stored(_market.Snapshot()));

        foreach (var recovered in new[] { fromRecords, fromSnapshot })
        {
            var again = recovered.Market.Place(Buy("bid", 2), default);
            Assert.Equal(first.Result, again.Result);
            Assert.Equal(first.Fills, again.Fills);
        }
    }

    [Fact]
    public void A_rejection_is_an_answer_too()
    {
        var order = Buy("bid", 2) with { Quantity = default };

        var first = Place(order);
        _market.Flush();
        var recovered = new JournalledMarket(_market.Stored());
        var again = recovered.Market.Place(order, default);

        Assert.Equal(Rejection.QuantityOutOfRange, first.Result.Rejection);
        Assert.Equal(first.Result, again.Result);
    }

    [Fact]
    public void Another_order_of_the_same_name_is_refused()
    {
        Place(Sell("ask", 3));
        var orders = _market.Market.Engine.RestingOrders;

        var other = Place(Sell("ask", 4));

        Assert.Equal(Rejection.ClientOrderIdReused, other.Result.Rejection);
        Assert.Equal(orders, _market.Market.Engine.RestingOrders);
    }

    [Fact]
    public void A_name_belongs_to_its_account()
    {
        var mine = Place(Sell("same", 3));
        var theirs = Place(Buy("same", 2));

        Assert.Equal((Rejection.None, Rejection.None),
            (mine.Result.Rejection, theirs.Result.Rejection));
        Assert.NotEqual(mine.Result.Id, theirs.Result.Id);
    }

    [Fact]
    public void An_unknown_account_leaves_no_answer_behind()
    {
        var order = Sell("early", 1) with { Account = TestPair.Nobody };
        Place(order);
        _market.Market.Engine.OpenAccount(TestPair.Nobody, new Quantity(5), default);

        var later = Place(order);

        Assert.Equal(Rejection.None, later.Result.Rejection);
    }

    [Fact]
    public void The_oldest_answers_are_forgotten_beyond_the_limits()
    {
        var orders = new ClientOrders();
        var fill = default(Fill);
        for (var i = 0; i <= ClientOrders.MaxAnswers; i++)
            orders.Add(Answer(i), []);
        var byCount = orders.Of(_bob).Count();
        var hasFirst = orders.TryFind(_bob, Name(0), out _);
        orders.Add(Answer(-1), [.. Enumerable.Repeat(fill, ClientOrders.MaxFills + 1)]);

        Assert.Equal((ClientOrders.MaxAnswers, false), (byCount, hasFirst));
        Assert.Equal(Name(-1), Assert.Single(orders.Of(_bob)).Answer.ClientId);
    }

    private static ClientAnswer Answer(int number) => new(_bob, Name(number), 0, default);

    private static ClientOrderId Name(int number) => ClientOrderId.Parse($"n{number}");

    private OrderAnswer Place(in NewOrder order)
    {
        var answer = _market.Market.Place(order, default);
        _market.Record(default);
        return answer;
    }

    private static NewOrder Sell(string name, long lots) =>
        new(_bob, Side.Sell, OrderKind.Limit, new Price(7), new Quantity(lots))
        {
            ClientId = ClientOrderId.Parse(name),
        };

    private static NewOrder Buy(string name, long lots) =>
        new(_cid, Side.Buy, OrderKind.Limit, new Price(7), new Quantity(lots))
        {
            ClientId = ClientOrderId.Parse(name),
        };
}
