using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Tests.Contract;

public sealed class EwmaTests
{
    private readonly Ewma _average = new Declarations().Collect(() => Ewma.Of("average"));

    // average ← average + (1 − e^(−dt / 10)) · (value − average)
    [Fact]
    public void A_value_weighs_less_the_older_it_is()
    {
        _average.Add(100, 5, 10);
        _average.Add(110, 15, 10);
        _average.Add(100, 20, 10);

        var second = 100 + 10 * (1 - Math.Exp(-1));
        Assert.Equal(second - (second - 100) * (1 - Math.Exp(-0.5)), _average.Value, 1e-12);
    }

    [Fact]
    public void Two_steps_with_a_value_are_as_good_as_one()
    {
        var other = new Declarations().Collect(() => Ewma.Of("other"));
        _average.Add(0, 0, 10);
        other.Add(0, 0, 10);

        _average.Add(1, 3, 10);
        _average.Add(1, 7, 10);
        other.Add(1, 7, 10);

        Assert.Equal(other.Value, _average.Value, 1e-15);
    }

    [Fact]
    public void Before_the_first_value_it_is_unknown() => Assert.Equal(double.NaN, _average.Value);

    [Theory]
    [InlineData(double.NaN, 9)]
    [InlineData(double.PositiveInfinity, 9)]
    [InlineData(7, double.NaN)]
    [InlineData(7, 2)]
    [InlineData(7, 1)]
    public void What_is_no_news_changes_nothing(double value, double time)
    {
        _average.Add(100, 2, 10);

        _average.Add(value, time, 10);

        Assert.Equal(100, _average.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Without_a_time_constant_it_remembers_nothing_but_the_last_value(double constant)
    {
        _average.Add(100, 2, constant);
        _average.Add(7, 3, constant);

        Assert.Equal(7, _average.Value);
    }
}
