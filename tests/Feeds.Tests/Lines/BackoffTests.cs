using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class BackoffTests
{
    [Fact]
    public void Doubles_from_100_ms_to_10_s_and_starts_anew_after_a_stable_connection()
    {
        var backoff = new Backoff(new LargestDraw());
        var delays = Enumerable.Range(0, 9).Select(_ => backoff.Next(TimeSpan.Zero)).ToList();
        delays.Add(backoff.Next(Backoff.StableAge));

        Assert.Equal(
            [100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 100],
            delays.Select(x => x.TotalMilliseconds));
    }

    [Fact]
    public void The_first_delay_is_20_to_100_ms()
    {
        var delays = Enumerable.Range(0, 1000)
            .Select(seed => new Backoff(new Random(seed)).Next(TimeSpan.Zero).TotalMilliseconds);

        Assert.All(delays, x => Assert.InRange(x, 20, 100));
    }

    private sealed class LargestDraw : Random
    {
        public override double NextDouble() => 1;
    }
}
