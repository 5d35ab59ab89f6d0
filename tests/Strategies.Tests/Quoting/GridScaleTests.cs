using CsCheck;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Quoting;

public sealed class GridScaleTests
{
    private static readonly Gen<decimal> _steps = Gen.OneOf(
        0.01m, 0.005m, 0.00000001m, 1m, 2.5m, 0.000000000000000001m, 10m, 0.10m, 0.0000125m);

    [Fact]
    public void It_is_the_double_that_is_nearest_to_the_decimal() =>
        Gen.Select(_steps, Gen.Long[-70_000_000_000_000, 70_000_000_000_000])
            .Sample((step, count) =>
                Assert.Equal(Nearest(step, count), new GridScale(step).Of(count)));

    [Theory]
    [InlineData(0.01)]
    [InlineData(2.5)]
    public void Beyond_what_a_double_counts_it_is_off_by_the_last_bits_alone(double step)
    {
        var nearest = Nearest((decimal)step, long.MaxValue / 3);

        var value = new GridScale((decimal)step).Of(long.MaxValue / 3);

        Assert.Equal(nearest, value, 2 * (double.BitIncrement(nearest) - nearest));
    }

    // The text of a decimal, read as a double, is rounded once.
    private static double Nearest(decimal step, long count) => double.Parse(
        (step * count).ToString(System.Globalization.CultureInfo.InvariantCulture),
        System.Globalization.CultureInfo.InvariantCulture);
}
