using MarketMaker.Feeds.Rest;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Rest;

public sealed class RestPauseTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Pauses_double_up_to_a_minute_and_are_never_equal_for_all()
    {
        var pause = new RestPause(_time, new Random(1));

        var lengths = Enumerable.Range(0, 12).Select(_ => pause.Begin(new("HTTP 503"))).ToList();

        for (var i = 0; i < lengths.Count; i++)
        {
            var ceiling = TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, i)));
            Assert.InRange(lengths[i], ceiling / 2, ceiling);
        }
    }

    [Fact]
    public void A_venue_that_says_when_is_not_asked_before()
    {
        var pause = new RestPause(_time, new Random(1));
        var wish = TimeSpan.FromSeconds(120);
        pause.Begin(new("HTTP 429", wish, isTooOften: true));
        _time.Advance(wish - TimeSpan.FromTicks(1));
        var before = pause.IsOver;
        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal((false, true), (before, pause.IsOver));
    }

    [Fact]
    public void One_that_says_we_come_too_often_gets_half_a_minute_at_first()
    {
        var pause = new RestPause(_time, new Random(1));

        var length = pause.Begin(new("HTTP 418", isTooOften: true));

        Assert.InRange(length, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void An_answer_ends_it()
    {
        var pause = new RestPause(_time, new Random(1));
        var first = pause.IsOver;
        pause.Begin(new("HTTP 503"));
        var begun = pause.IsOver;
        pause.End();

        Assert.Equal((true, false, true), (first, begun, pause.IsOver));
    }
}
