using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Parts;

public sealed class ObligationsMeterTests
{
    private readonly ObligationsMeter _meter = new();

    // Bids live 00–12 h and 06–18 h, asks 00–15 h and 12–23 h: the union of the bids is 64 800 s,
    // 75 % of a day; of the asks 82 800 s, 95.83 %; both at once 00–18 h, 75 %.
    [Theory]
    [InlineData(true, true, 64_800)]
    [InlineData(true, false, 64_800)]
    [InlineData(false, true, 82_800)]
    public void Presence_is_the_union_of_the_times_that_orders_rest(
        bool bidsCome, bool asksCome, int seconds)
    {
        foreach (var (hour, bids, asks) in ((int, int, int)[])
            [(0, 1, 1), (6, 2, 1), (12, 1, 2), (15, 1, 1), (18, 0, 1), (23, 0, 0)])
        {
            _meter.Observe(
                At(hour), Top(bidsCome ? bids : 1, asksCome ? asks : 1), PauseReason.None);
        }

        var report = _meter.Report(At(24));

        Assert.Equal(
            (TimeSpan.FromHours(24), TimeSpan.FromSeconds(seconds)),
            (report.Obliged, report.TwoSided));
        Assert.Empty(report.Excused);
    }

    [Fact]
    public void Excused_time_is_counted_apart_by_reason()
    {
        _meter.Observe(At(0), Top(3, 3), PauseReason.None);
        _meter.Observe(At(1), default, PauseReason.SharpMove);
        _meter.Observe(At(3), default, PauseReason.Operator);
        _meter.Observe(At(6), default, PauseReason.SharpMove);
        _meter.Observe(At(10), default, PauseReason.None);

        var report = _meter.Report(At(11));

        Assert.Equal(
            (TimeSpan.FromHours(2), TimeSpan.FromHours(1), 0),
            (report.Obliged, report.TwoSided, report.MinLevels));
        Assert.Equal(
            new Dictionary<PauseReason, TimeSpan>
            {
                [PauseReason.SharpMove] = TimeSpan.FromHours(6),
                [PauseReason.Operator] = TimeSpan.FromHours(3),
            },
            report.Excused);
    }

    [Fact]
    public void The_mean_spread_is_weighted_by_time_while_both_sides_rest()
    {
        // 2 / 1 000 for an hour, 4 / 1 000 for three, and nothing for four.
        _meter.Observe(At(0), new QuotedTop(new(999), 7, new(1_001), 7), PauseReason.None);
        _meter.Observe(At(1), new QuotedTop(new(998), 5, new(1_002), 6), PauseReason.None);
        _meter.Observe(At(4), new QuotedTop(new(998), 5, default, 0), PauseReason.None);

        var report = _meter.Report(At(8));

        Assert.Equal(
            (3_500_000L, 4_000_000L, 0),
            (report.MeanSpreadPartsPerBillion, report.MaxSpreadPartsPerBillion, report.MinLevels));
    }

    [Fact]
    public void Time_before_the_first_ladder_counts_as_nothing()
    {
        var before = _meter.Report(At(5));
        _meter.Observe(At(6), Top(1, 1), PauseReason.None);
        var after = _meter.Report(At(7));

        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (before.Obliged, before.TwoSided));
        Assert.Equal(
            (TimeSpan.FromHours(1), TimeSpan.FromHours(1)), (after.Obliged, after.TwoSided));
    }

    [Fact]
    public void A_clock_that_is_set_back_adds_no_time()
    {
        _meter.Observe(At(2), Top(1, 1), PauseReason.None);
        _meter.Observe(At(1), Top(1, 0), PauseReason.None);

        var report = _meter.Report(At(3));

        Assert.Equal(
            (TimeSpan.FromHours(1), TimeSpan.Zero), (report.Obliged, report.TwoSided));
    }

    private static QuotedTop Top(int bids, int asks) =>
        new(new Price(999), bids, new Price(1_001), asks);

    private static Instant At(int hour) => new Instant(1) + TimeSpan.FromHours(hour);
}
