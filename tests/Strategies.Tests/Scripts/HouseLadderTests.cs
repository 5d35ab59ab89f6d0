using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Tests.Scripts;

public sealed class HouseLadderTests
{
    // Reference 100, spread 0.1 %, spacing 0.05 %, size 1, 3 levels.
    private static Tick Example => new()
    {
        Mid = 100,
        Levels = 3,
        Spread = 0.001,
        Spacing = 0.0005,
        Size = 1,
        SkewFactor = 0.01,
        MinPrice = 50,
        MaxPrice = 150,
        MaxSize = 1_000,
    };

    [Fact]
    public void The_worked_example_comes_out_to_the_last_digit()
    {
        var (bids, asks) = Quote(Example, tickSize: 0.000001m);

        Assert.Equal(
            [(99.95m, 1m), (99.900025m, 1.5m), (99.85005m, 2m)], bids);
        Assert.Equal(
            [(100.05m, 1m), (100.100025m, 1.5m), (100.15005m, 2m)], asks);
    }

    [Fact]
    public void On_a_coarser_tick_every_level_moves_towards_the_reference()
    {
        var (bids, asks) = Quote(Example, tickSize: 0.01m);

        Assert.Equal([(99.95m, 1m), (99.91m, 1.5m), (99.86m, 2m)], bids);
        Assert.Equal([(100.05m, 1m), (100.10m, 1.5m), (100.15m, 2m)], asks);
    }

    // All base, half of the way, balanced, all quote: 100 · (1 + 0.01 · skew) ∓ 0.05 %.
    [Theory]
    [InlineData(-1, 98.9505, 99.0495)]
    [InlineData(-0.5, 99.45025, 99.54975)]
    [InlineData(0, 99.95, 100.05)]
    [InlineData(1, 100.9495, 101.0505)]
    public void Bought_too_much_moves_both_sides_down_and_sold_too_much_up(
        double skew, decimal bestBid, decimal bestAsk)
    {
        var tick = new Tick
        {
            Mid = 100,
            Skew = skew,
            SkewFactor = 0.01,
            Levels = 1,
            Spread = 0.001,
            Size = 1,
            MaxPrice = 150,
            MaxSize = 1,
        };

        var (bids, asks) = Quote(tick, tickSize: 0.000001m);

        Assert.Equal([(bestBid, 1m)], bids);
        Assert.Equal([(bestAsk, 1m)], asks);
    }

    [Fact]
    public void No_levels_is_an_empty_ladder()
    {
        var (bids, asks) = Quote(new Tick { Mid = 100, Size = 1 }, tickSize: 0.01m);

        Assert.Empty(bids);
        Assert.Empty(asks);
    }

    [Fact]
    public void A_warm_tick_allocates_nothing_from_rule_to_rounded_ladder()
    {
        var rule = Compiled.HouseLadder();
        var quotes = new Quotes();
        var bids = new List<Quote>(Quotes.MaxLevels);
        var asks = new List<Quote>(Quotes.MaxLevels);
        var tick = Example;

        Assert.Equal(0, Allocated.Least(_ => Run(10_000)));
        Assert.Equal((3, 3), (bids.Count, asks.Count));

        void Run(int ticks)
        {
            for (var i = 0; i < ticks; i++)
            {
                rule.OnTick(in tick, quotes);
                LadderRounding.Round(quotes, Pairs.Cents, bids, asks);
            }
        }
    }

    private static (List<(decimal, decimal)> Bids, List<(decimal, decimal)> Asks) Quote(
        Tick tick, decimal tickSize)
    {
        var spec = Pairs.WithTick(tickSize);
        var (bids, asks) = (new List<Quote>(), new List<Quote>());
        var verdict = LadderRounding.Round(
            Compiled.HouseLadder().Answer(tick), spec, bids, asks);
        Assert.True(verdict.IsSound, verdict.ToString());
        return (InDecimals(bids, spec), InDecimals(asks, spec));
    }

    private static List<(decimal, decimal)> InDecimals(List<Quote> ladder, PairSpec spec) =>
        [.. ladder.Select(quote => (spec.ToDecimal(quote.Price), spec.ToDecimal(quote.Quantity)))];
}
