using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Market;

/// <summary>The rules of combination by example; D is 1 % unless a case says otherwise.</summary>
public sealed class MarkCombinationTests
{
    private static readonly ReferenceLimits _limits = new();

    [Fact]
    public void Nobody_says_nothing() =>
        Assert.Equal(default, MarkCombination.Combine([], _limits));

    [Fact]
    public void One_is_believed() => Assert.Equal(
        new CombinedMark(new(12_345), 0, Disagree: false), Combine(12_345));

    [Theory]
    [InlineData(10_000, 1, 10_050, 1, 10_025)]
    [InlineData(10_000, 3, 10_100, 1, 10_025)]
    [InlineData(10_100, 1, 10_000, 3, 10_025)]
    [InlineData(10_000, 0, 10_100, 1, 10_100)]
    [InlineData(10_000, 0, 10_051, 0, 10_026)]
    public void Two_are_averaged_by_their_sizes(
        long first, long firstSize, long second, long secondSize, long expected)
    {
        LiveMark[] live =
            [new(0, new(first), 1, new(firstSize)), new(1, new(second), 1, new(secondSize))];

        var combined = MarkCombination.Combine(live, _limits);

        Assert.Equal(new CombinedMark(new(expected), 0, Disagree: false), combined);
    }

    [Fact]
    public void Two_are_averaged_by_their_weights_too()
    {
        LiveMark[] live = [new(0, new(10_000), 3, new(5)), new(1, new(10_080), 1, new(5))];

        Assert.Equal(new Mark(10_020), MarkCombination.Combine(live, _limits).Mark);
    }

    [Theory]
    [InlineData(10_100, false)]
    [InlineData(10_101, true)]
    public void Two_that_are_further_apart_than_D_have_no_price(long second, bool disagree)
    {
        var combined = Combine(10_000, second);

        Assert.Equal((disagree, !disagree), (combined.Disagree, combined.Mark.IsKnown));
    }

    [Fact]
    public void Three_have_their_median_and_the_far_one_is_named()
    {
        var combined = Combine(10_000, 12_000, 10_010);

        // The two others are left: their mean, as their sizes are equal.
        Assert.Equal(new CombinedMark(new(10_005), 0b010, Disagree: false), combined);
    }

    [Fact]
    public void Weights_move_the_median()
    {
        LiveMark[] live =
        [
            new(0, new(10_000), 1, default), new(1, new(10_010), 1, default),
            new(2, new(10_020), 5, default),
        ];

        Assert.Equal(new Mark(10_020), MarkCombination.Combine(live, _limits).Mark);
    }

    [Fact]
    public void A_heavy_source_alone_is_no_majority()
    {
        LiveMark[] live =
        [
            new(0, new(10_000), 1, default), new(1, new(10_010), 1, default),
            new(2, new(12_000), 1000, default),
        ];

        Assert.True(MarkCombination.Combine(live, _limits).Disagree);
    }

    [Fact]
    public void Two_camps_have_no_price() =>
        Assert.True(Combine(10_000, 10_001, 11_000, 11_001).Disagree);

    [Fact]
    public void Three_of_which_no_two_agree_have_no_price() =>
        Assert.True(Combine(10_000, 10_200, 10_400).Disagree);

    [Fact]
    public void What_is_near_is_cut_off_at_half_a_percent_of_the_median_of_all()
    {
        // The median is 10 000; the two below are far, the two above are near and cut off at
        // 10 050, which is then the median of what is left.
        var combined = Combine(9_800, 9_850, 10_000, 10_080, 10_090);

        Assert.Equal(new CombinedMark(new(10_050), 0b00011, Disagree: false), combined);
    }

    [Fact]
    public void The_largest_numbers_do_not_overflow()
    {
        var most = long.MaxValue / 2;
        LiveMark[] live =
        [
            new(0, new(most), SourcePlan.MaxWeight, new(long.MaxValue)),
            new(1, new(most - 2), SourcePlan.MaxWeight, new(long.MaxValue)),
        ];

        Assert.Equal(new Mark(most - 1), MarkCombination.Combine(live, _limits).Mark);
    }

    private static CombinedMark Combine(params long[] marks) => MarkCombination.Combine(
        [.. marks.Select((mark, i) => new LiveMark(i, new(mark), 1, new(1)))], _limits);
}
