using MarketMaker.Feeds.Recording;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Recording;

public sealed class TapeClockTests
{
    private const long Second = 1_000_000_000;

    private static readonly DateTimeOffset _start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly SkewedTime _time = new(_start);

    [Fact]
    public void It_begins_with_the_walls_time_and_takes_the_monotonic_clocks_steps()
    {
        var clock = new TapeClock(_time);
        var begun = clock.Now;
        _time.Advance(TimeSpan.FromTicks(12_345));

        Assert.Equal(_start.ToUnixTimeSeconds() * Second, begun);
        Assert.Equal(begun + 1_234_500, clock.Now);
    }

    [Fact]
    public void A_wall_that_is_set_back_an_hour_does_not_turn_it_back()
    {
        var clock = new TapeClock(_time);
        var before = clock.Now;
        _time.Skew = TimeSpan.FromHours(-1);

        var times = Enumerable.Range(0, 600).Select(_ =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return clock.Now;
        }).ToList();

        Assert.Equal(times.Order(), times);
        // Half a thousandth of ten minutes.
        Assert.InRange(times[^1] - before, 600 * Second - 300_000_000, 600 * Second);
    }

    [Fact]
    public void A_wall_far_ahead_is_followed_at_once_a_small_drift_slowly()
    {
        var clock = new TapeClock(_time);
        _time.Skew = TimeSpan.FromHours(2);
        _time.Advance(TimeSpan.FromMinutes(1));
        var jumped = clock.Now;
        _time.Skew += TimeSpan.FromMilliseconds(100);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((_start.ToUnixTimeSeconds() + 7200 + 60) * Second, jumped);
        Assert.Equal(jumped + 60 * Second + 30_000_000, clock.Now);
    }

    [Fact]
    public void A_frame_that_waited_in_the_queue_keeps_the_time_of_its_arrival()
    {
        var clock = new TapeClock(_time);
        var begun = clock.Now;
        _time.Advance(TimeSpan.FromSeconds(1));
        var arrivedAt = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(begun + Second, clock.At(arrivedAt));
    }

    /// <summary>A time whose wall clock can be set without the monotonic one.</summary>
    private sealed class SkewedTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        public TimeSpan Skew { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Skew;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
