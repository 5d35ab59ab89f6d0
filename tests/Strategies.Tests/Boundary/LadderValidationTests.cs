using CsCheck;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Tests.Boundary;

public sealed class LadderValidationTests
{
    public static TheoryData<double, double, QuoteFault> BadLevels => new()
    {
        { double.NaN, 1, QuoteFault.PriceNotFinite },
        { double.PositiveInfinity, 1, QuoteFault.PriceNotFinite },
        { double.NegativeInfinity, 1, QuoteFault.PriceNotFinite },
        { 0, 1, QuoteFault.PriceBelowTick },
        { -0.0, 1, QuoteFault.PriceBelowTick },
        { -900, 1, QuoteFault.PriceBelowTick },
        { 0.9, 1, QuoteFault.PriceBelowTick },
        { 1_000.5, 1, QuoteFault.PriceAboveMaximum },
        { double.MaxValue, 1, QuoteFault.PriceAboveMaximum },
        { 349, 1, QuoteFault.PriceTooFar },
        { 900, double.NaN, QuoteFault.SizeNotFinite },
        { 900, double.PositiveInfinity, QuoteFault.SizeNotFinite },
        { 900, 0, QuoteFault.SizeNotPositive },
        { 900, -1, QuoteFault.SizeNotPositive },
        { 900, 100.5, QuoteFault.SizeAboveMaximum },
        { 900, double.MaxValue, QuoteFault.SizeAboveMaximum },
    };

    // Precedence: each level has the fault and one of lower rank.
    public static TheoryData<double, double, QuoteFault> DoublyBadLevels => new()
    {
        { double.NaN, double.NaN, QuoteFault.PriceNotFinite },
        { -1, double.NaN, QuoteFault.PriceBelowTick },
        { 1_001, double.NaN, QuoteFault.PriceAboveMaximum },
        { 2, double.NaN, QuoteFault.PriceTooFar },
        { 1_000, double.NaN, QuoteFault.PriceNotMonotonic },
        { 900, double.NegativeInfinity, QuoteFault.SizeNotFinite },
    };

    [Theory]
    [MemberData(nameof(BadLevels))]
    [MemberData(nameof(DoublyBadLevels))]
    public void A_bad_bid_is_named_with_its_level(double price, double size, QuoteFault fault)
    {
        var quotes = Answers.About(
            700, bids: [(950, 1), (price, size), (800, 1)], asks: [(960, 1)]);

        AssertFault(quotes, new LadderVerdict(fault, Side.Buy, 1));
    }

    [Theory]
    [MemberData(nameof(BadLevels))]
    public void A_bad_ask_is_named_with_its_level(double price, double size, QuoteFault fault)
    {
        var quotes = Answers.About(
            700, bids: [(650, 1)], asks: [(710, 1), (720, 1), (price, size)]);

        AssertFault(quotes, new LadderVerdict(fault, Side.Sell, 2));
    }

    [Theory]
    [InlineData(99, 99)]
    [InlineData(99, 99.5)]
    public void Bids_must_fall_strictly(double best, double second) =>
        AssertFault(
            Answers.About(100, bids: [(best, 1), (second, 1)], asks: [(101, 1)]),
            new LadderVerdict(QuoteFault.PriceNotMonotonic, Side.Buy, 1));

    [Theory]
    [InlineData(102, 102)]
    [InlineData(102, 101)]
    public void Asks_must_rise_strictly(double best, double second) =>
        AssertFault(
            Answers.About(100, bids: [(99, 1)], asks: [(best, 1), (second, 1)]),
            new LadderVerdict(QuoteFault.PriceNotMonotonic, Side.Sell, 1));

    [Theory]
    [InlineData(100)]
    [InlineData(100.5)]
    public void The_best_bid_must_be_below_the_best_ask(double bid) =>
        AssertFault(
            Answers.About(100, bids: [(bid, 1)], asks: [(100, 1)]),
            new LadderVerdict(QuoteFault.BidNotBelowAsk, Side.Buy, 0));

    [Theory]
    [InlineData(Side.Buy)]
    [InlineData(Side.Sell)]
    public void One_level_too_many_is_a_fault_and_not_a_shorter_ladder(Side side)
    {
        var quotes = Answers.About(100, [], []);
        for (var i = 0; i <= Quotes.MaxLevels; i++)
        {
            if (side == Side.Buy)
                quotes.Bid(99 - 0.1 * i, 1);
            else
                quotes.Ask(101 + 0.1 * i, 1);
        }

        AssertFault(quotes, new LadderVerdict(QuoteFault.TooManyLevels, side, 50));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-100)]
    public void Without_a_reference_every_price_is_too_far(double mid) =>
        AssertFault(
            Answers.About(mid, bids: [(99, 1)], asks: []),
            new LadderVerdict(QuoteFault.PriceTooFar, Side.Buy, 0));

    [Fact]
    public void The_limits_themselves_are_sound()
    {
        var quotes = Answers.About(
            667, bids: [(333.5, 100)], asks: [(668, 100), (1_000, 100)]);

        var verdict = LadderValidation.Check(quotes, Pairs.Whole);

        Assert.Equal(default, verdict);
    }

    [Fact]
    public void The_furthest_prices_that_a_rule_is_told_of_are_sound_about_any_reference() =>
        Gen.Double[1, 600].Sample(mid => Assert.Equal(
            default,
            LadderValidation.Check(
                Answers.About(
                    mid,
                    bids: [(Math.Max(1, LadderValidation.LowestPrice(mid)), 1)],
                    asks: [(LadderValidation.HighestPrice(mid), 1)]),
                Pairs.Whole)));

    private static void AssertFault(Quotes quotes, LadderVerdict expected)
    {
        List<Quote> bids = [default], asks = [default];

        var verdict = LadderRounding.Round(quotes, Pairs.Whole, bids, asks);

        Assert.Equal(expected, verdict);
        Assert.Empty(bids);
        Assert.Empty(asks);
    }
}
