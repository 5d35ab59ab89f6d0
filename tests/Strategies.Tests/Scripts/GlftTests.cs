namespace MarketMaker.Strategies.Tests.Scripts;

/// <summary>Against distances worked out from Guéant, Lehalle and Fernandez-Tapia (2013) with k =
/// 0.3, γ = 0.01 and inventories up to 30: the first two at σ = 0.3 and 0.4 with A = 0.9, the last
/// at σ = 1 with A = 0.2.</summary>
public sealed class GlftTests
{
    public static TheoryData<double, double, int, double, double, double, double> Table => new()
    {
        { 0.3, 0.9, 0, 3.313045, 3.313045, 3.312915, 3.312915 },
        { 0.3, 0.9, 5, 3.653480, 2.972522, 3.652244, 2.973586 },
        { 0.3, 0.9, 10, 3.992933, 2.632802, 3.991574, 2.634257 },
        { 0.4, 0.9, 0, 3.324458, 3.324458, 3.324226, 3.324226 },
        { 0.4, 0.9, 10, 4.230704, 2.417367, 4.229104, 2.419348 },
        { 1, 0.2, 0, 3.525651, 3.525651, 3.518924, 3.518924 },
        { 1, 0.2, 10, 8.022747, -1.072185, 8.317763, -1.279915 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Both_come_out_to_the_last_digit_and_are_even_in_the_inventory(
        double sigma, double rate, int inventory, double exactBid, double exactAsk,
        double closedBid, double closedAsk)
    {
        (string, double)[] parameters =
            [("sigma", sigma), ("rate", rate), ("k", 0.3), ("gamma", 0.01), ("minSpread", 0)];
        foreach (var (name, below, above) in new[]
        {
            ("glft-exact", exactBid, exactAsk), ("glft-closed-form", closedBid, closedAsk),
        })
        {
            var rule = Ordinary.Rule(name, parameters);

            var (bid, ask) = rule.Best(Ordinary.Tick with { Position = inventory });
            var (otherBid, otherAsk) = rule.Best(Ordinary.Tick with { Position = -inventory });

            Assert.Equal((below, above), (100 - bid, ask - 100), NearSixDigits);
            Assert.Equal((above, below), (100 - otherBid, otherAsk - 100), NearSixDigits);
        }
    }

    [Fact]
    public void Between_two_whole_inventories_the_distances_lie_between_theirs()
    {
        var rule = Ordinary.Rule("glft-exact", ("sigma", 0.3), ("minSpread", 0));

        var bids = new[] { 5, 5.25, 6 }.Select(
            held => 100 - rule.Best(Ordinary.Tick with { Position = held }).Bid).ToArray();

        Assert.Equal(0.75 * bids[0] + 0.25 * bids[2], bids[1], 1e-9);
        Assert.True(bids[0] < bids[1]);
    }

    [Theory]
    [InlineData("glft-exact")]
    [InlineData("glft-closed-form")]
    public void At_the_largest_inventory_one_side_is_pulled(string name)
    {
        var rule = Ordinary.Rule(name, ("sigma", 0.3), ("maxInventory", 10));

        var full = rule.Answer(Ordinary.Tick with { Position = 10 });
        var empty = rule.Answer(Ordinary.Tick with { Position = -10 });

        Assert.Equal(
            ("bought as much as allowed", null), (full.BidsPulledBecause, full.AsksPulledBecause));
        Assert.Equal(
            (null, "sold as much as allowed"), (empty.BidsPulledBecause, empty.AsksPulledBecause));
        Assert.Equal((1, 1), (full.Asks.Levels.Length, empty.Bids.Levels.Length));
    }

    // The last row's ask lies beyond the reference: it is held back where a venue bids, and the
    // least spread is kept.
    [Theory]
    [InlineData("glft-exact")]
    [InlineData("glft-closed-form")]
    public void Nothing_is_quoted_through_the_venues_prices(string name)
    {
        var rule = Ordinary.Rule(
            name, ("sigma", 1), ("rate", 0.2), ("minSpread", 0.08));
        var tick = Ordinary.Tick with { Position = 10, VenueBid = 99.9, VenueAsk = 100.1 };

        var (bid, ask) = rule.Best(tick);

        Assert.Equal(99.91, ask, 1e-9);
        Assert.True(ask - bid >= 8);
    }

    [Fact]
    public void A_new_volatility_is_solved_for_within_a_tick()
    {
        var rule = Ordinary.Rule("glft-exact", ("minSpread", 0), ("maxInventory", 60));
        var quiet = Distance(rule.Best(Ordinary.Tick with { ShortVolatility = 0.003 }));
        var wild = Distance(rule.Best(Ordinary.Tick with { ShortVolatility = 0.004 }));
        var flat = Distance(rule.Best(Ordinary.Tick with { ShortVolatility = 0 }));

        Assert.Equal((3.313045, 3.324458), (quiet, wild), NearSixDigits);
        // Without risk there is the constant, and next to nothing of the wall at the end.
        Assert.InRange(flat, 3.2789, 3.2840);

        static double Distance((double Bid, double Ask) best) => 100 - best.Bid;
    }

    private static bool NearSixDigits((double, double) a, (double, double) b) =>
        Math.Abs(a.Item1 - b.Item1) <= 5.1e-7 && Math.Abs(a.Item2 - b.Item2) <= 5.1e-7;
}
