using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Tests.Scripts;

public sealed class ReferenceDepthTests
{
    // Lykke's worked example: best 6000/5950, at full depth 6050/5900, volumes 0.01 … 0.05,
    // mark-ups 1 … 5 %, three decimals.
    private static Tick Example => Ordinary.Tick with
    {
        Mid = 5_975,
        VenueBid = 5_950,
        VenueAsk = 6_000,
        TickSize = 0.001,
        Levels = 5,
        Size = 0.01,
    };

    [Fact]
    public void The_worked_example_comes_out_to_the_last_digit()
    {
        var rule = Ordinary.Rule(
            "reference-depth", ("reach", 50.0 / 5_975), ("markup", 0.01), ("step", 0.01));

        var answer = rule.Answer(Example);

        Assert.Equal(
            [6_060.000, 6_130.929, 6_209.429, 6_295.715, 6_390.000], Prices(answer.Asks));
        Assert.Equal(
            [5_890.500, 5_820.499, 5_743.785, 5_660.571, 5_571.071], Prices(answer.Bids));
        Assert.Equal(
            [0.01, 0.02, 0.03, 0.04, 0.05],
            answer.Asks.Levels.ToArray().Select(level => Math.Round(level.Size, 12)));
    }

    [Fact]
    public void One_level_is_the_best_price_with_its_mark_up()
    {
        var rule = Ordinary.Rule("reference-depth", ("markup", 0.01));

        Assert.Equal((5_890.5, 6_060), rule.Best(Example with { Levels = 1 }));
    }

    [Fact]
    public void Without_a_venue_nothing_is_quoted()
    {
        var answer = Ordinary.Rule("reference-depth").Answer(
            Example with { VenueBid = double.NaN, VenueAsk = double.NaN });

        Assert.True(answer.Bids.Levels.IsEmpty && answer.Asks.Levels.IsEmpty);
    }

    private static double[] Prices(LadderSide side) =>
        [.. side.Levels.ToArray().Select(level => Math.Round(level.Price, 9))];
}
