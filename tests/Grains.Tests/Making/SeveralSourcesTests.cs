using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;

namespace MarketMaker.Grains.Tests.Making;

/// <summary>A pair with two sources, on the real streams.</summary>
public sealed class SeveralSourcesTests(MakerFixture fixture) : IClassFixture<MakerFixture>
{
    [Fact]
    public async Task Two_sources_that_agree_are_quoted_on_in_their_middle()
    {
        var pair = await fixture.NewPairOfTwoSources();

        await pair.Feed.Say(pair.Pair, 100, source: 0);
        await pair.Feed.Say(pair.Pair, 100.2m, source: 1);
        var status = await pair.Maker.GetStatus();

        Assert.Equal((PauseReason.None, MarkUpReason.None), (status.Reason, status.MarkUp));
        Assert.Equal(100.1m, pair.Listing.Spec.ToDecimal(status.Reference));
        Assert.Equal([true, true], status.Sources.Select(source => source.IsUsed));
        Assert.Equal(0, (await pair.Maker.GetStatistics()).MissedTicks);
    }

    [Fact]
    public async Task One_of_two_is_quoted_on_wider_and_smaller_and_the_status_says_why()
    {
        var pair = await fixture.NewPairOfTwoSources();

        await pair.Feed.Say(pair.Pair, 100, source: 1);
        var status = await pair.Maker.GetStatus();

        // Three times 0.05 on each side, and half of 1.
        Assert.Equal(MarkUpReason.SingleSource, status.MarkUp);
        Assert.Equal((9985L, 500L), (status.Bids[0].Price.Ticks, status.Bids[0].Quantity.Lots));
        Assert.Equal((10015L, 500L), (status.Asks[0].Price.Ticks, status.Asks[0].Quantity.Lots));
        Assert.Contains("one source alone", status.Explanation, StringComparison.Ordinal);
        Assert.Equal(
            [SourceState.Connecting, SourceState.Live],
            status.Sources.Select(source => source.State));
    }

    [Fact]
    public async Task Two_that_disagree_pull_the_quotes_and_are_both_named()
    {
        var pair = await fixture.NewPairOfTwoSources();
        await pair.Feed.Say(pair.Pair, 100, source: 0);
        await pair.Feed.Say(pair.Pair, 100, source: 1);

        await pair.Feed.Say(pair.Pair, 101.01m, source: 1);
        var apart = await pair.Maker.GetStatus();
        await pair.Feed.Say(pair.Pair, 100.1m, source: 1);
        var together = await pair.Maker.GetStatus();

        Assert.Equal((PauseReason.SourcesDisagree, 0), (apart.Reason, apart.Bids.Length));
        Assert.Equal(0, apart.ConfidencePartsPerMillion);
        Assert.Contains("binance T", apart.Explanation, StringComparison.Ordinal);
        Assert.Contains("okx T", apart.Explanation, StringComparison.Ordinal);
        Assert.True(together.IsQuoting);
    }
}
