using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Quoting;

public sealed class VolatilityTests
{
    [Fact]
    public void In_the_first_second_it_is_unknown()
    {
        var volatility = new Volatility(halfLife: 20);

        volatility.Observe(100, 0);
        volatility.Observe(101, 0.9);

        Assert.Equal(double.NaN, volatility.Value);
    }

    // Two moves, of 1 % in 2 s and of 2 % in 4 s, with a half-life of 4 s: the first weighs half.
    [Fact]
    public void Squared_moves_by_time_are_weighted_by_their_age()
    {
        var volatility = new Volatility(halfLife: 4);

        volatility.Observe(100, 10);
        volatility.Observe(101, 12);
        volatility.Observe(101 * 1.02, 16);

        var expected = (0.5 * 0.01 * 0.01 + 0.02 * 0.02) / (0.5 * 2 + 4);
        Assert.Equal(Math.Sqrt(expected), volatility.Value, 1e-12);
    }

    // Steps of ±1 basis point ten times a second: 1e-4 · √10 per √second, however they are cut.
    [Theory]
    [InlineData(0.1, 1e-4)]
    [InlineData(0.4, 2e-4)]
    public void A_steady_walk_has_the_volatility_of_its_steps(double interval, double step)
    {
        var volatility = new Volatility(halfLife: 20);
        var price = 100.0;
        for (var i = 0; i < 10_000; i++)
        {
            volatility.Observe(price, i * interval);
            price *= i % 3 == 0 ? 1 - step : 1 + step;
        }

        Assert.Equal(1e-4 * Math.Sqrt(10), volatility.Value, 1e-9);
    }

    [Fact]
    public void Several_prices_at_one_time_all_count()
    {
        var volatility = new Volatility(halfLife: 1e9);

        volatility.Observe(100, 0);
        volatility.Observe(101, 0);
        volatility.Observe(101, 4);

        Assert.Equal(0.01 / 2, volatility.Value, 1e-9);
    }
}
