using MarketMaker.Feeds.Lines;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class RateLimitTests
{
    [Fact]
    public void Within_any_window_no_more_is_taken_than_allowed()
    {
        var time = new FakeTimeProvider();
        var limit = new RateLimit(300, TimeSpan.FromMinutes(5), time);
        var takenAt = new List<DateTimeOffset>();
        for (var step = 0; step < 4_000; step++)
        {
            if (limit.TryTake(out _))
                takenAt.Add(time.GetUtcNow());
            time.Advance(TimeSpan.FromMilliseconds(300));
        }

        Assert.Equal(1_200, takenAt.Count);
        Assert.All(
            takenAt.Zip(takenAt.Skip(300)),
            pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void It_says_how_long_to_wait()
    {
        var time = new FakeTimeProvider();
        var limit = new RateLimit(2, TimeSpan.FromSeconds(1), time);
        limit.TryTake(out _);
        time.Advance(TimeSpan.FromMilliseconds(400));
        limit.TryTake(out _);

        var isAllowed = limit.TryTake(out var wait);

        Assert.Equal((false, TimeSpan.FromMilliseconds(600)), (isAllowed, wait));
        Assert.False(limit.IsOpen);
        time.Advance(wait);
        Assert.True(limit.IsOpen);
    }
}
