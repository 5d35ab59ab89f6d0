namespace MarketMaker.Strategies.Tests.Scripts;

public sealed class SizeSkewTests
{
    // Quote 10 000, price 0.0036, target 3 % in base, range 20 000 base; the factors of the sizes
    // as Hummingbot's documentation works them out.
    [Theory]
    [InlineData(85_000, 1.0441667, 0.9558333)]
    [InlineData(95_000, 0.5591667, 1.4408333)]
    [InlineData(70_000, 1.7716667, 0.2283333)]
    [InlineData(8_500, 2, 0)]
    [InlineData(200_000, 0, 2)]
    public void Sizes_lean_as_in_the_worked_example(double held, double bids, double asks)
    {
        var rule = Ordinary.Rule("size-skew", ("target", 0.03), ("range", 20));
        var tick = Ordinary.Tick with
        {
            Mid = 0.0036, BaseBalance = held, QuoteBalance = 10_000, Size = 1_000, MinPrice = 0,
        };

        var answer = rule.Answer(tick);

        Assert.Equal(bids, FirstSize(answer.Bids.Levels) / 1_000, 5e-8);
        Assert.Equal(asks, FirstSize(answer.Asks.Levels) / 1_000, 5e-8);
    }

    [Fact]
    public void Prices_stay_where_they_are()
    {
        var tick = Ordinary.Tick with { BaseBalance = 300, QuoteBalance = 29_500 };

        Assert.Equal((99.95, 100.05), Ordinary.Rule("size-skew").Best(tick));
    }

    private static double FirstSize(ReadOnlySpan<Strategies.Contract.Level> levels) =>
        levels.IsEmpty ? 0 : levels[0].Size;
}
