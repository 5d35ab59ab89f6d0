using MarketMaker.Feeds.Lines;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class LagMeterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly LagMeter _meter;

    public LagMeterTests() => _meter = new LagMeter(_time);

    [Theory]
    [InlineData(0)]
    [InlineData(1_270)]
    [InlineData(-3_600_000)]
    public void The_venues_clock_may_stand_where_it_will(long ahead)
    {
        Observe(ahead, late: 80);

        Assert.Equal(
            [TimeSpan.Zero, TimeSpan.FromMilliseconds(8_101)],
            [Observe(ahead, late: 20), Observe(ahead, late: 8_121)]);
    }

    [Fact]
    public void A_lag_that_lasts_is_forgotten_at_the_pace_of_drifting_clocks()
    {
        Observe(0, late: 0);
        _time.Advance(TimeSpan.FromMinutes(30));

        // 200 millionths of 1,800 s.
        Assert.Equal(TimeSpan.FromMilliseconds(1_000 - 360), Observe(0, late: 1_000));
    }

    [Fact]
    public void A_clock_that_is_set_is_no_lag()
    {
        Observe(0, late: 20);

        Assert.Equal(
            [TimeSpan.FromSeconds(60), TimeSpan.Zero, TimeSpan.FromMilliseconds(10)],
            [
                Observe(0, late: 60_020),
                Observe(-3_600_000, late: 20),
                Observe(-3_600_000, late: 30),
            ]);
    }

    private TimeSpan Observe(long ahead, long late) =>
        _meter.Observe(
            _time.GetUtcNow().ToUnixTimeMilliseconds() + ahead - late, _time.GetTimestamp());
}
