namespace MarketMaker.Strategies.Tests.Scripts;

/// <summary>Against the numbers of Avellaneda and Stoikov (2008): s = 100, T = 1, σ = 2, k = 1.5.
/// </summary>
public sealed class AvellanedaStoikovTests
{
    [Theory]
    [InlineData(0.1, 0, 1.690770)]
    [InlineData(0.1, 0.5, 1.490770)]
    [InlineData(0.1, 0.9999999, 1.290770)]
    [InlineData(0.01, 0, 1.368909)]
    [InlineData(0.01, 0.9999999, 1.328909)]
    [InlineData(0.5, 0, 3.150728)]
    [InlineData(0.5, 0.9999999, 1.150728)]
    public void The_spread_narrows_towards_the_horizon(double gamma, double time, double spread)
    {
        var rule = PaperMarket.Rule(gamma, lean: 1);

        var (bid, ask) = rule.Best(PaperMarket.Tick with { Time = time });

        Assert.Equal(spread, ask - bid, 1e-6);
        Assert.Equal(100, (bid + ask) / 2, 1e-9);
    }

    // γσ²(T − t) = 0.1 · 4 · 1 for each unit.
    [Theory]
    [InlineData(1, 99.6)]
    [InlineData(-1, 100.4)]
    [InlineData(5, 98)]
    public void Each_unit_too_many_moves_both_sides_down(double position, double reservation)
    {
        var tick = PaperMarket.Tick with { Position = position };

        var (bid, ask) = PaperMarket.Rule(gamma: 0.1, lean: 1).Best(tick);
        var (still, stays) = PaperMarket.Rule(gamma: 0.1, lean: 0).Best(tick);

        Assert.Equal(reservation, (bid + ask) / 2, 1e-9);
        Assert.Equal(1.690770, ask - bid, 1e-6);
        Assert.Equal(100, (still + stays) / 2, 1e-9);
    }

    [Fact]
    public void Quotes_stay_behind_the_venues_best_prices_on_the_other_side()
    {
        var tick = PaperMarket.Tick with { Position = 20, VenueBid = 99.9, VenueAsk = 100.1 };
        var rule = PaperMarket.Rule(gamma: 0.1, lean: 1);

        var (bid, ask) = rule.Best(tick);
        var (highBid, highAsk) = rule.Best(tick with { Position = -20 });

        Assert.Equal((92 - 1.690770 / 2, 99.91), (bid, ask), Near);
        Assert.Equal((100.09, 108 + 1.690770 / 2), (highBid, highAsk), Near);
    }

    [Fact]
    public void What_is_measured_stands_in_for_a_sigma_that_is_not_given()
    {
        var rule = Ordinary.Rule(
            "avellaneda-stoikov", ("gamma", 0.1), ("k", 1.5), ("horizon", 1));

        var (bid, ask) = rule.Best(PaperMarket.Tick with { ShortVolatility = 0.02 });
        var unknown = rule.Answer(PaperMarket.Tick);

        Assert.Equal(1.690770, ask - bid, 1e-6);
        Assert.Equal(
            ("volatility not known yet", "volatility not known yet"),
            (unknown.BidsPulledBecause, unknown.AsksPulledBecause));
    }

    // The paper's table, and for γ = 0.01 and 0.5 the same computed with 4 000 paths, each with
    // what 1 000 paths may miss it by.
    [Theory]
    [InlineData(0.1, 1, 1.491770, 64.5, 65.5, 6.34, 6.86, 2.82, 3.00)]
    [InlineData(0.1, 0, 1.491770, 67.1, 68.5, 13.0, 13.8, 8.25, 8.93)]
    [InlineData(0.01, 1, 1.349009, 67.8, 69.5, 8.3, 9.5, 4.85, 5.55)]
    [InlineData(0.01, 0, 1.349009, 67.8, 70.4, 12.8, 14.6, 8.3, 9.5)]
    [InlineData(0.5, 1, 2.155728, 48.0, 49.2, 5.5, 6.4, 1.82, 2.10)]
    [InlineData(0.5, 0, 2.155728, 57.3, 59.5, 10.8, 12.5, 6.75, 7.75)]
    public void The_papers_simulation_comes_out_through_the_compiled_script(
        double gamma, double lean, double spread,
        double leastMean, double mostMean, double leastDeviation, double mostDeviation,
        double leastInventory, double mostInventory)
    {
        var result = new PaperMarket(seed: 10).Run(PaperMarket.Rule(gamma, lean), paths: 1_000);

        Assert.Equal(spread, result.MeanSpread, 2e-6);
        Assert.InRange(result.MeanProfit, leastMean, mostMean);
        Assert.InRange(result.ProfitDeviation, leastDeviation, mostDeviation);
        Assert.InRange(result.InventoryDeviation, leastInventory, mostInventory);
    }

    private static bool Near((double, double) a, (double, double) b) =>
        Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6;
}
