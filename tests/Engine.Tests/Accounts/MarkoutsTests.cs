using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Accounts;

public sealed class MarkoutsTests
{
    private static readonly PairSpec Fine = new(
        PairId.Parse("AAA-USD"), 0.01m, 0.0001m, new Price(1_000_000), new Quantity(1_000_000));

    [Fact]
    public void The_textbook_day_s_fills_are_valued_at_the_next_middle()
    {
        var markouts = new Markouts();
        var gains = new List<decimal>();
        var trades = new (Side Side, decimal Size, decimal Price, decimal NextMiddle)[]
        {
            (Side.Buy, 2, 99.90m, 99.80m), (Side.Sell, 1, 99.95m, 100.10m),
            (Side.Sell, 3, 100.25m, 100.40m), (Side.Buy, 1, 100.50m, 100.30m),
        };

        for (var at = 0; at < trades.Length; at++)
        {
            var (side, size, price, middle) = trades[at];
            var made = new Instant(0) + TimeSpan.FromSeconds(2 * at);
            markouts.Add(made, side, Price(price), Fine.QuantityRoundedDown(size));
            markouts.Advance(made + TimeSpan.FromSeconds(1), Price(middle).ToMark());
            gains.Add(Gain(markouts) - gains.Sum());
        }

        Assert.Equal([-0.20m, -0.15m, -0.45m, -0.20m], gains);
    }

    [Fact]
    public void Each_horizon_counts_what_is_as_old_and_no_younger()
    {
        var markouts = new Markouts();
        for (var second = 0; second < 40; second++)
            markouts.Add(At(second), Side.Buy, Price(1), new Quantity(1));

        markouts.Advance(At(39), Price(2).ToMark());

        Assert.Equal([39L, 35, 10, 0], markouts.Report().Select(one => one.Fills));
    }

    [Fact]
    public void Of_too_many_in_a_minute_the_newest_are_left_out_and_counted()
    {
        var markouts = new Markouts();
        for (var fill = 0; fill < Markouts.MaxWaiting + 3; fill++)
            markouts.Add(new Instant(fill), Side.Sell, new Price(5), new Quantity(1));

        markouts.Advance(At(100), new Mark(8));
        markouts.Add(At(101), Side.Sell, new Price(5), new Quantity(1));

        Assert.Equal(3, markouts.LeftOut);
        Assert.All(markouts.Report(), one => Assert.Equal(
            (Markouts.MaxWaiting, 2L * Markouts.MaxWaiting),
            (one.Fills, one.Gain.HalfTickLots)));
    }

    [Fact]
    public void Nothing_is_valued_without_a_reference()
    {
        var markouts = new Markouts();
        markouts.Add(At(0), Side.Buy, new Price(5), new Quantity(1));

        markouts.Advance(At(10), default);

        Assert.All(markouts.Report(), one => Assert.Equal(0, one.Fills));
    }

    private static Instant At(int second) => new Instant(0) + TimeSpan.FromSeconds(second);

    private static Price Price(decimal price) => Fine.PriceRoundedDown(price);

    private static decimal Gain(Markouts markouts) => Fine.ToDecimal(markouts.Report()[0].Gain);
}
