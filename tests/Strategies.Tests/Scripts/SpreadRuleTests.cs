using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Tests.Scripts;

/// <summary>The rules that change the house ladder's spread or middle, each against its formula
/// worked out by hand around a reference of 100.</summary>
public sealed class SpreadRuleTests
{
    // 0.1 % + 2 · 0.0005 · √4 = 0.3 %: 100 ∓ 0.15, a third of the size.
    [Theory]
    [InlineData(0.0005, 0.0001)]
    [InlineData(0.0001, 0.0005)]
    [InlineData(double.NaN, 0.0005)]
    [InlineData(0.0005, double.NaN)]
    public void A_spread_grows_with_the_larger_volatility(double now, double before)
    {
        var rule = Ordinary.Rule("volatility-spread", ("multiple", 2), ("horizon", 4));
        var tick = Ordinary.Tick with { ShortVolatility = now, LongVolatility = before };

        var answer = rule.Answer(tick);

        var (bid, ask) = (answer.Bids.Levels[0], answer.Asks.Levels[0]);
        Assert.Equal((99.85, 100.15), (bid.Price, ask.Price), Near);
        Assert.Equal((1.0 / 3, 1.0 / 3), (bid.Size, ask.Size), Near);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1)]
    public void Unknown_or_wild_it_is_as_wide_as_allowed(double volatility)
    {
        var rule = Ordinary.Rule("volatility-spread", ("maxSpread", 0.02));

        var best = rule.Best(Ordinary.Tick with { ShortVolatility = volatility });

        Assert.Equal((99, 101), best, Near);
    }

    // Three wanted, one offered: the size-weighted middle is a quarter of the spread above.
    [Theory]
    [InlineData(3, 1, 1, 99.95 + 0.05 * 0.9995, 100.05 + 0.05 * 1.0005)]
    [InlineData(1, 3, 1, 99.95 - 0.05 * 0.9995, 100.05 - 0.05 * 1.0005)]
    [InlineData(3, 1, 0.5, 99.95 + 0.025 * 0.9995, 100.05 + 0.025 * 1.0005)]
    [InlineData(0, 0, 1, 99.95, 100.05)]
    public void Quotes_lean_to_where_the_venues_press(
        double wanted, double offered, double lean, double bid, double ask)
    {
        var rule = Ordinary.Rule("microprice-lean", ("lean", lean));

        var best = rule.Best(WithVenues((wanted, offered, 1), (5, 0, 0)));

        Assert.Equal((bid, ask), best, Near);
    }

    [Fact]
    public void A_lean_is_limited_and_stays_behind_the_venues_prices()
    {
        var tick = WithVenues((3, 0, 1)) with { VenueBid = 99.98, VenueAsk = 100.03 };

        var limited = Ordinary.Rule("microprice-lean", ("maxShift", 0.0001)).Best(tick);
        var held = Ordinary.Rule("microprice-lean", ("maxShift", 0.05)).Best(
            tick with { Spread = 0.0001 });

        Assert.Equal((99.95 + 0.01 * 0.9995, 100.05 + 0.01 * 1.0005), limited, Near);
        Assert.Equal((100.02, 100.1 * 1.00005), held, Near);
    }

    // 10 basis points of fees and 2 of margin: half a spread of 11.
    [Theory]
    [InlineData(0.001, 0.0002, 0.001, 0.0011)]
    [InlineData(0.001, 0.0002, 0.01, 0.005)]
    [InlineData(-0.0002, 0, 0.0001, 0.00005)]
    public void A_spread_earns_its_fees_and_its_margin(
        double fee, double margin, double spread, double half)
    {
        var rule = Ordinary.Rule("fee-aware-spread", ("makerFee", fee), ("margin", margin));

        var (bid, ask) = rule.Best(Ordinary.Tick with { Spread = spread });

        Assert.Equal((100 - 100 * half, 100 + 100 * half), (bid, ask), Near);
        Assert.True(ask * (1 - fee) - bid * (1 + fee) >= 100 * margin - 1e-9);
    }

    private static Tick WithVenues(params (double Wanted, double Offered, double Used)[] venues)
    {
        var lists = new TickLists { VenueCount = venues.Length };
        for (var i = 0; i < venues.Length; i++)
        {
            lists.Venues[i] = new Venue
            {
                Bid = 99.9,
                BidSize = venues[i].Wanted,
                Ask = 100.1,
                AskSize = venues[i].Offered,
                Confidence = venues[i].Used,
            };
        }
        return Ordinary.Tick with { Lists = lists };
    }

    private static bool Near((double, double) a, (double, double) b) =>
        Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9;
}
