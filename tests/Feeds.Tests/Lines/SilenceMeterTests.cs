using CsCheck;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class SilenceMeterTests
{
    private static readonly TimeSpan _least = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(90);

    private readonly SilenceMeter _meter = new(_least, _most);

    [Fact]
    public void Before_a_minute_was_seen_the_longest_limit_holds()
    {
        Assert.Equal(_most, _meter.Limit);
        Speak(every: 0.1, times: 599);
        Assert.Equal(_most, _meter.Limit);

        Speak(every: 0.1, times: 1);

        Assert.Equal(_least, _meter.Limit);
    }

    [Theory]
    [InlineData(0.01, 3)]
    [InlineData(0.3, 3)]
    [InlineData(1, 10)]
    [InlineData(8.5, 85)]
    [InlineData(20, 90)]
    [InlineData(60, 90)]
    public void A_regular_symbol_may_be_quiet_for_ten_of_its_pauses(double every, int limit)
    {
        Speak(every, times: (int)(61 / every) + 1);

        Assert.Equal(TimeSpan.FromSeconds(limit), _meter.Limit);
    }

    [Fact]
    public void A_pause_is_remembered_for_a_while_and_fades()
    {
        Speak(every: 0.1, times: 600);
        Speak(every: 4, times: 1);
        Assert.Equal(TimeSpan.FromSeconds(40), _meter.Limit);

        Speak(every: 0.1, times: 300);
        Assert.InRange(_meter.Limit.TotalSeconds, 24, 25);
        Speak(every: 0.1, times: 1500);

        Assert.Equal(_least, _meter.Limit);
    }

    [Fact]
    public void The_limit_is_within_its_bounds_and_never_below_ten_times_the_last_pause() =>
        Gen.Int[0, 200_000].Array[1, 100].Sample(pauses =>
        {
            var meter = new SilenceMeter(_least, _most);
            foreach (var pause in pauses)
            {
                meter.Note(TimeSpan.FromMilliseconds(pause));
                var ten = TimeSpan.FromMilliseconds(Math.Min(pause * 10, 90_000));
                Assert.InRange(meter.Limit, _least > ten ? _least : ten, _most);
            }
        });

    private void Speak(double every, int times)
    {
        for (var i = 0; i < times; i++)
            _meter.Note(TimeSpan.FromSeconds(every));
    }
}
