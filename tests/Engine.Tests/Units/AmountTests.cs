using CsCheck;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

/// <summary>Quantities and amounts of money: plain sums, and never beyond 64 bits.</summary>
public sealed class AmountTests
{
    private static readonly Gen<long> Numbers = Gen.Long[-(1L << 30), 1L << 30];

    [Fact]
    public void Sums_and_differences_undo_each_other() =>
        Gen.Select(Numbers, Numbers).Sample((a, b) =>
            new Quantity(a) + new Quantity(b) - new Quantity(b) == new Quantity(a)
            && new Notional(a) + new Notional(b) - new Notional(b) == new Notional(a)
            && new HalfNotional(a) + new HalfNotional(b) - new HalfNotional(b)
                == new HalfNotional(a)
            && -new Quantity(a) == Quantity.Zero - new Quantity(a)
            && -new Notional(a) == Notional.Zero - new Notional(a)
            && -new HalfNotional(a) == default(HalfNotional) - new HalfNotional(a));

    [Fact]
    public void A_price_times_a_split_quantity_is_the_sum_of_the_parts() =>
        Gen.Select(Numbers, Numbers, Numbers).Sample((ticks, a, b) =>
            new Price(ticks) * (new Quantity(a) + new Quantity(b))
            == new Price(ticks) * new Quantity(a) + new Price(ticks) * new Quantity(b));

    [Fact]
    public void At_its_own_price_a_trade_is_worth_its_notional() =>
        Gen.Select(Numbers, Numbers).Sample((ticks, lots) =>
            new Price(ticks).ToMark().Value(new Quantity(lots))
            == (new Price(ticks) * new Quantity(lots)).ToHalf());

    [Fact]
    public void Sums_that_pass_64_bits_are_refused()
    {
        var most = long.MaxValue;

        Assert.Throws<OverflowException>(() => new Quantity(most) + new Quantity(1));
        Assert.Throws<OverflowException>(() => new Quantity(-most) - new Quantity(2));
        Assert.Throws<OverflowException>(() => -new Quantity(long.MinValue));
        Assert.Throws<OverflowException>(() => new Notional(most) + new Notional(1));
        Assert.Throws<OverflowException>(() => new Notional(-most) - new Notional(2));
        Assert.Throws<OverflowException>(() => new Notional(most).ToHalf());
        Assert.Throws<OverflowException>(() => new HalfNotional(most) + new HalfNotional(1));
        Assert.Throws<OverflowException>(() => new Mark(most).Value(new Quantity(2)));
        Assert.Throws<OverflowException>(() => new Offset(long.MinValue).Abs());
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(5, 3)]
    [InlineData(3, 3)]
    public void The_smaller_of_two_quantities_is_the_minimum(long left, long right) =>
        Assert.Equal(
            new Quantity(3), Quantity.Min(new Quantity(left), new Quantity(right)));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_mark_is_known_when_it_is_above_zero(long halfTicks, bool known) =>
        Assert.Equal(known, new Mark(halfTicks).IsKnown);

    [Theory]
    [InlineData(3, 3, "+3t")]
    [InlineData(-3, 3, "-3t")]
    [InlineData(0, 0, "0t")]
    public void An_offset_has_a_size_and_a_direction(long ticks, long size, string text)
    {
        var offset = new Offset(ticks);

        Assert.Equal((new Offset(size), text), (offset.Abs(), offset.ToString()));
    }
}
