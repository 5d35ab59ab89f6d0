using CsCheck;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Market;

public sealed class MarkCombinationLaws
{
    private static readonly Gen<ReferenceLimits> _genLimits = Gen.Long[0, 30_000]
        .Select(distance => new ReferenceLimits { MaxDistance = new Ratio(distance) });

    // Mostly near each other, so that they often agree.
    private static readonly Gen<LiveMark[]> _genLive =
        from count in Gen.Int[1, ReferencePlan.MaxSources]
        from level in Gen.OneOf(Gen.Long[1, 1_000], Gen.Long[1, long.MaxValue / 4])
        from reach in Gen.Long[0, 60_000]
        from shifts in Gen.Long[-1_000_000, 1_000_000].Array[count]
        from weights in Gen.Int[1, SourcePlan.MaxWeight].Array[count]
        from sizes in Gen.OneOf(
            Gen.Long[0, 3], Gen.Long[0, long.MaxValue]).Array[count]
        select shifts.Select((shift, i) => new LiveMark(
            i,
            new Mark(Math.Max(
                1, level + (long)((Int128)level * reach * shift / 1_000_000_000_000))),
            weights[i],
            new Quantity(sizes[i]))).ToArray();

    [Fact]
    public void The_price_lies_among_those_that_are_near_and_cut_off() =>
        Gen.Select(_genLive, _genLimits).Sample((live, limits) =>
        {
            var combined = MarkCombination.Combine(live, limits);
            if (!combined.Mark.IsKnown)
                return true;
            var near = live.Where(one => (combined.Far >> one.Source & 1) == 0).ToArray();
            return combined.Mark >= near.Min(one => one.Mark)
                && combined.Mark <= near.Max(one => one.Mark);
        });

    [Fact]
    public void The_order_of_the_sources_does_not_matter() =>
        Gen.Select(_genLive, _genLimits, Gen.Int).Sample((live, limits, seed) =>
        {
            var shuffled = live.ToArray();
            new Random(seed).Shuffle(shuffled);
            return MarkCombination.Combine(live, limits)
                == MarkCombination.Combine(shuffled, limits);
        });

    [Fact]
    public void No_two_prices_further_apart_than_D_are_averaged() =>
        Gen.Select(_genLive, _genLimits).Sample((live, limits) =>
        {
            var combined = MarkCombination.Combine(live, limits);
            if (!combined.Mark.IsKnown || live.Any(one => one.Mark == combined.Mark))
                return true;
            // It is nobody's own price: a mean, or a price that was cut off. Then somebody within
            // D lies on each side of it.
            var below = live.Where(one => one.Mark < combined.Mark).Max(one => one.Mark);
            var above = live.Where(one => one.Mark > combined.Mark).Min(one => one.Mark);
            return !limits.AreApart(below, combined.Mark) && !limits.AreApart(above, combined.Mark);
        });

    [Fact]
    public void Only_a_minority_is_far_and_without_a_majority_there_is_no_price() =>
        Gen.Select(_genLive, _genLimits).Sample((live, limits) =>
        {
            var combined = MarkCombination.Combine(live, limits);
            var far = int.PopCount(combined.Far);
            return far * 2 < live.Length && combined.Mark.IsKnown == !combined.Disagree
                && (!combined.Disagree || live.Length > 1);
        });
}
