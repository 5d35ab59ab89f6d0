using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests.Simulated;

public sealed class PriceProcessTests
{
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(10);

    private readonly PriceProcessOptions _options = new()
    {
        Symbol = "BTCUSDT",
        StartPrice = 60_000m,
        TickSize = 0.01m,
        LotSize = 0.00001m,
        MeanSize = 0.5m,
    };

    [Fact]
    public void The_same_seed_and_steps_give_the_same_prices()
    {
        Assert.Equal(Tops(_options, seed: 7, 10_000), Tops(_options, seed: 7, 10_000));
    }

    [Fact]
    public void Another_seed_gives_other_prices()
    {
        Assert.NotEqual(Tops(_options, seed: 7, 1000), Tops(_options, seed: 8, 1000));
    }

    [Fact]
    public void The_book_is_never_crossed_or_worthless_however_wild_the_market()
    {
        var wild = _options with
        {
            StartPrice = 1m,
            AnnualVolatility = 5,
            VolatilityOfVolatility = 2,
            JumpsPerHour = 10_000,
            MeanJump = 0.1,
            LargeJump = 0.1,
        };
        var process = new PriceProcess(wild, seed: 3);
        for (var i = 0; i < 20_000; i++)
        {
            var before = process.Top;
            var changed = process.Step(TimeSpan.FromSeconds(30));
            var top = process.Top;
            Assert.True(
                top.BidTicks >= 1 && top.AskTicks > top.BidTicks && top.AskTicks <= 101_000
                && top.BidLots >= 1 && top.AskLots >= 1
                && (changed ? top.UpdateId > before.UpdateId : top == before),
                $"step={i} {top}");
        }
    }

    [Fact]
    public void Quotes_come_as_often_as_asked()
    {
        var process = new PriceProcess(_options with { QuotesPerSecond = 15 }, seed: 5);

        var changes = Enumerable.Range(0, 100_000).Count(_ => process.Step(_step));

        // 1,000 s of 15 a second: 15,000 give or take 122, less what falls into one step.
        Assert.InRange(changes, 13_000, 15_500);
    }

    [Fact]
    public void Jumps_beyond_half_a_percent_come_about_once_in_several_minutes()
    {
        var process = new PriceProcess(_options, seed: 11);
        var large = 0;
        for (var i = 0; i < 360_000; i++)
        {
            var before = process.Top.BidTicks;
            process.Step(_step);
            if (Math.Abs(process.Top.BidTicks - before) > 0.005 * before)
                large++;
        }

        // 9 an hour are drawn.
        Assert.InRange(large, 3, 18);
    }

    [Fact]
    public void An_option_outside_its_range_is_refused_by_name()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new PriceProcess(_options with { AnnualVolatility = 6 }, seed: 1));

        Assert.Equal("AnnualVolatility", error.ParamName);
    }

    private static List<TopOfBook> Tops(PriceProcessOptions options, int seed, int steps)
    {
        var process = new PriceProcess(options, seed);
        var tops = new List<TopOfBook> { process.Top };
        for (var i = 0; i < steps; i++)
        {
            if (process.Step(_step))
                tops.Add(process.Top);
        }
        return tops;
    }
}
