using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Tests.Boundary;

public sealed class LadderRoundingTests
{
    [Fact]
    public void Bids_round_up_and_asks_down()
    {
        var quotes = Answers.About(
            100, bids: [(98.2, 1), (96.9, 2)], asks: [(102.8, 3), (104.1, 4)]);

        AssertLadder(quotes, bids: [(99, 1), (97, 2)], asks: [(102, 3), (104, 4)]);
    }

    [Theory]
    [InlineData(98.0000009, 98)]
    [InlineData(97.9999991, 98)]
    [InlineData(98.0000011, 99)]
    public void A_bid_within_a_millionth_of_a_tick_snaps_to_it(double price, long ticks) =>
        AssertLadder(Answers.About(100, [(price, 1)], []), bids: [(ticks, 1)], asks: []);

    [Theory]
    [InlineData(102.0000009, 102)]
    [InlineData(101.9999991, 102)]
    [InlineData(101.9999989, 101)]
    public void An_ask_within_a_millionth_of_a_tick_snaps_to_it(double price, long ticks) =>
        AssertLadder(Answers.About(100, [], [(price, 1)]), bids: [], asks: [(ticks, 1)]);

    // Reference, bid, ask → rounded bid; the ask is one tick above.
    [Theory]
    [InlineData(100.5, 100.3, 100.7, 100)]
    [InlineData(100.2, 100.0, 100.4, 100)]
    [InlineData(100.0, 99.6, 100.4, 100)]
    [InlineData(100.1, 99.4, 100.8, 100)]
    [InlineData(99.3, 99.1, 100.9, 99)]
    public void A_spread_that_would_touch_or_cross_becomes_a_tick_around_the_reference(
        double mid, double bid, double ask, long expected)
    {
        AssertLadder(
            Answers.About(mid, [(bid, 1)], [(ask, 1)]),
            bids: [(expected, 1)], asks: [(expected + 1, 1)]);
    }

    // A ladder that the rule moved to one side of the reference.
    [Theory]
    [InlineData(90, 100.3, 100.7, 100)]
    [InlineData(110, 100.3, 100.7, 100)]
    [InlineData(110, 99.5, 100, 99)]
    [InlineData(90, 100, 100.5, 100)]
    [InlineData(110, 99.9999999, 100.0000001, 99)]
    public void Beside_the_reference_it_becomes_a_tick_around_the_ladders_own_nearest_price(
        double mid, double bid, double ask, long expected)
    {
        AssertLadder(
            Answers.About(mid, [(bid, 1)], [(ask, 1)]),
            bids: [(expected, 1)], asks: [(expected + 1, 1)]);
    }

    [Fact]
    public void Levels_behind_a_best_that_was_moved_back_do_not_pass_it()
    {
        var quotes = Answers.About(
            100.8, bids: [(100.7, 1), (100.6, 2), (99, 3)], asks: [(100.9, 4), (101, 5)]);

        AssertLadder(quotes, bids: [(100, 3), (99, 3)], asks: [(101, 9)]);
    }

    [Fact]
    public void Levels_on_the_same_tick_become_one()
    {
        var quotes = Answers.About(
            100, bids: [(98.9, 1), (98.5, 2), (97.9, 4)], asks: [(101.1, 8), (101.2, 16)]);

        AssertLadder(quotes, bids: [(99, 3), (98, 4)], asks: [(101, 24)]);
    }

    [Fact]
    public void Sizes_that_pass_the_limit_together_on_a_tick_become_the_largest() =>
        AssertLadder(
            Answers.About(100, bids: [(99, 1)], asks: [(101.1, 60), (101.2, 41)]),
            bids: [(99, 1)], asks: [(101, 100)]);

    [Fact]
    public void Sizes_round_down_to_lots_and_less_than_a_lot_is_dropped()
    {
        var quotes = Answers.About(
            100,
            bids: [(99, 0.99), (98, 1.99), (97, 2.9999999)],
            asks: [(101, 0.6), (101.5, 0.6), (102, 1e-300)]);

        AssertLadder(quotes, bids: [(98, 1), (97, 3)], asks: []);
    }

    [Fact]
    public void A_pulled_side_is_empty_whatever_was_said_of_it()
    {
        var quotes = Answers.About(100, bids: [(double.NaN, 1)], asks: [(101, 1)]);
        quotes.PullBids("no inventory");
        for (var i = 0; i <= Quotes.MaxLevels; i++)
            quotes.Bid(99, 1);

        AssertLadder(quotes, bids: [], asks: [(101, 1)]);
        Assert.Equal("no inventory", quotes.BidsPulledBecause);
        Assert.Null(quotes.AsksPulledBecause);
    }

    [Fact]
    public void A_full_ladder_passes()
    {
        var levels = Enumerable.Range(0, Quotes.MaxLevels).ToArray();
        var quotes = Answers.About(
            200,
            [.. levels.Select(i => (199.0 - i, 1.0))],
            [.. levels.Select(i => (201.0 + i, 1.0))]);

        AssertLadder(
            quotes,
            [.. levels.Select(i => (199L - i, 1L))],
            [.. levels.Select(i => (201L + i, 1L))]);
    }

    private static void AssertLadder(
        Quotes quotes, (long Ticks, long Lots)[] bids, (long Ticks, long Lots)[] asks)
    {
        List<Quote> roundedBids = [default], roundedAsks = [default];

        var verdict = LadderRounding.Round(quotes, Pairs.Whole, roundedBids, roundedAsks);

        Assert.Equal(default, verdict);
        Assert.Equal(bids.Select(level => ToQuote(Side.Buy, level)), roundedBids);
        Assert.Equal(asks.Select(level => ToQuote(Side.Sell, level)), roundedAsks);
    }

    private static Quote ToQuote(Side side, (long Ticks, long Lots) level) =>
        new(side, new Price(level.Ticks), new Quantity(level.Lots));
}
