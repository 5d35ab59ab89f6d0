using CsCheck;
using MarketMaker.Feeds.Rest;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Rest;

public sealed class WeightBudgetTests
{
    [Fact]
    public void No_minute_ever_sees_more_than_the_budget_and_the_wait_is_enough() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 20_000]).Array[1, 200].Sample(calls =>
        {
            const int perMinute = 100;
            var time = new FakeTimeProvider();
            var budget = new WeightBudget(perMinute, time);
            var spent = new List<(DateTimeOffset At, int Weight)>();
            foreach (var (weight, pause) in calls)
            {
                time.Advance(TimeSpan.FromMilliseconds(pause));
                while (!budget.TrySpend(weight, out var wait))
                    time.Advance(wait);
                spent.Add((time.GetUtcNow(), weight));
            }

            return spent.All(last => spent
                .Where(x => x.At <= last.At && last.At - x.At < TimeSpan.FromMinutes(1))
                .Sum(x => x.Weight) <= perMinute);
        }, iter: 200);
}
