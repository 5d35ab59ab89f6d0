using CsCheck;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

public sealed class PriceTests
{
    private static readonly Gen<Price> Prices =
        Gen.Long[0, PairSpec.MaxTickLots].Select(ticks => new Price(ticks));

    private static readonly Gen<Side> Sides = Gen.Enum<Side>();

    [Fact]
    public void The_difference_of_two_prices_leads_from_one_to_the_other() =>
        Gen.Select(Prices, Prices).Sample((from, to) =>
            from + (to - from) == to && to - (to - from) == from && to - from == -(from - to));

    [Fact]
    public void The_middle_is_as_far_from_the_bid_as_from_the_ask() =>
        Gen.Select(Prices, Prices).Sample((bid, ask) =>
        {
            var middle = Mark.Middle(bid, ask).HalfTicks;
            Assert.Equal(middle - bid.ToMark().HalfTicks, ask.ToMark().HalfTicks - middle);
        });

    [Fact]
    public void Of_two_prices_one_is_better_for_a_buyer_and_the_other_for_a_seller() =>
        Gen.Select(Prices, Prices, Sides).Sample((one, other, side) =>
            one.IsBetterThan(other, side) == other.IsBetterThan(one, side)
                ? one == other
                : one.IsBetterThan(other, side) == other.IsBetterThan(one, side.Opposite()));

    [Fact]
    public void A_limit_reaches_exactly_what_is_not_worse_than_itself() =>
        Gen.Select(Prices, Prices, Sides).Sample((limit, resting, taker) =>
            limit.Reaches(resting, taker) == !resting.IsBetterThan(limit, taker));

    [Theory]
    [InlineData(100, 100, true, true)]
    [InlineData(101, 100, true, false)]
    [InlineData(99, 100, false, true)]
    public void A_buy_reaches_down_and_a_sell_reaches_up(
        long limit, long resting, bool buyTrades, bool sellTrades)
    {
        var (own, other) = (new Price(limit), new Price(resting));

        Assert.Equal(
            (buyTrades, sellTrades),
            (own.Reaches(other, Side.Buy), own.Reaches(other, Side.Sell)));
    }

    [Fact]
    public void Arithmetic_that_passes_64_bits_is_refused()
    {
        var far = new Price(long.MaxValue);

        Assert.Throws<OverflowException>(() => far + Offset.OneTick);
        Assert.Throws<OverflowException>(() => new Price(long.MinValue) - Offset.OneTick);
        Assert.Throws<OverflowException>(() => far - new Price(-1));
        Assert.Throws<OverflowException>(() => far * new Quantity(2));
        Assert.Throws<OverflowException>(() => far.ToMark());
        Assert.Throws<OverflowException>(() => Mark.Middle(far, far));
    }
}
