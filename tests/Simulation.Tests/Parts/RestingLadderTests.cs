using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Parts;

public sealed class RestingLadderTests
{
    private readonly RestingLadder _ladder = new();

    [Fact]
    public void An_answer_replaces_the_ladder_with_what_rests_where_it_rests()
    {
        _ladder.Replace([Report(Quote(Side.Buy, 90, 7), 90)], lastFill: 0);

        _ladder.Replace(
            [
                Report(Quote(Side.Buy, 99, 1), restsAt: 98),
                Report(Quote(Side.Buy, 97, 2), restsAt: 97),
                Report(Quote(Side.Sell, 101, 3), Rejection.InsufficientFunds),
                Report(Quote(Side.Sell, 102, 4), restsAt: 102),
            ],
            lastFill: 0);

        Assert.Equal([Quote(Side.Buy, 98, 1), Quote(Side.Buy, 97, 2)], _ladder.Bids);
        Assert.Equal([Quote(Side.Sell, 102, 4)], _ladder.Asks);
        Assert.False(_ladder.IsEmpty);
    }

    [Fact]
    public void A_trade_makes_its_level_smaller_and_the_last_of_it_removes_it()
    {
        Rest(lastFill: 0);

        _ladder.Apply(Fill(1, Side.Buy, 101, 2));
        var smaller = _ladder.Asks.ToArray();
        _ladder.Apply(Fill(2, Side.Buy, 101, 1));
        _ladder.Apply(Fill(3, Side.Sell, 99, 3));

        Assert.Equal([Quote(Side.Sell, 101, 1), Quote(Side.Sell, 102, 3)], smaller);
        Assert.Equal([Quote(Side.Sell, 102, 3)], _ladder.Asks);
        Assert.Equal([Quote(Side.Buy, 98, 3)], _ladder.Bids);
    }

    [Fact]
    public void A_trade_that_the_answer_reflects_already_changes_nothing()
    {
        Rest(lastFill: 5);

        _ladder.Apply(Fill(5, Side.Buy, 101, 2));
        var asOfAnswer = _ladder.Asks.ToArray();
        _ladder.Apply(Fill(6, Side.Buy, 101, 2));

        Assert.Equal([Quote(Side.Sell, 101, 3), Quote(Side.Sell, 102, 3)], asOfAnswer);
        Assert.Equal([Quote(Side.Sell, 101, 1), Quote(Side.Sell, 102, 3)], _ladder.Asks);
    }

    [Fact]
    public void A_trade_at_a_price_that_does_not_rest_changes_nothing()
    {
        Rest(lastFill: 0);

        _ladder.Apply(Fill(1, Side.Buy, 103, 2));

        Assert.Equal((2, 2), (_ladder.Bids.Length, _ladder.Asks.Length));
    }

    [Fact]
    public void An_empty_answer_empties_the_ladder()
    {
        Rest(lastFill: 0);

        _ladder.Replace([], lastFill: 0);

        Assert.True(_ladder.IsEmpty);
    }

    private void Rest(long lastFill) => _ladder.Replace(
        [
            Report(Quote(Side.Buy, 99, 3), 99), Report(Quote(Side.Buy, 98, 3), 98),
            Report(Quote(Side.Sell, 101, 3), 101), Report(Quote(Side.Sell, 102, 3), 102),
        ],
        lastFill);

    private static Quote Quote(Side side, long ticks, long lots) =>
        new(side, new Price(ticks), new Quantity(lots));

    private static QuoteReport Report(Quote wanted, long restsAt) =>
        new(wanted, new OrderId(1), new Price(restsAt), Rejection.None);

    private static QuoteReport Report(Quote wanted, Rejection rejection) =>
        new(wanted, default, wanted.Price, rejection);

    private static Fill Fill(long number, Side takerSide, long ticks, long lots) => new()
    {
        Number = number,
        TakerSide = takerSide,
        Price = new Price(ticks),
        Quantity = new Quantity(lots),
    };
}
