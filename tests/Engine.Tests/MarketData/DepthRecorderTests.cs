using CsCheck;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.MarketData;

public sealed class DepthRecorderTests
{
    [Fact]
    public void Each_look_shows_the_engines_depth_and_has_a_new_number_if_that_has_changed() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var market = new MovingMarket(seed);
            var last = market.Look();
            for (var step = 0; step < 200; step++)
            {
                market.Move(1);
                var now = market.Look();

                Assert.Equal(Levels(market, Side.Buy), now.Bids);
                Assert.Equal(Levels(market, Side.Sell), now.Asks);
                var isSame = now.Bids.SequenceEqual(last.Bids) && now.Asks.SequenceEqual(last.Asks);
                Assert.Equal(last.Sequence + (isSame ? 0 : 1), now.Sequence);
                last = now;
            }
        }, iter: 20);

    [Fact]
    public void The_first_look_is_numbered_after_the_start_even_if_nothing_rests()
    {
        var recorder = new DepthRecorder(TestPair.RichMarket(), start: 41);

        Assert.Equal(42, recorder.Look().Sequence);
        Assert.Equal(42, recorder.Look().Sequence);
    }

    [Fact]
    public void A_later_life_of_the_market_is_numbered_beyond_all_earlier_ones()
    {
        Assert.Equal(0, DepthRecorder.StartOf(0));
        Assert.Equal(1L << 36, DepthRecorder.StartOf(1));
        Assert.True(DepthRecorder.StartOf(MatchingEngine.MaxEpoch) < 1L << 53);
    }

    private static ReadOnlySpan<DepthLevel> Levels(MovingMarket market, Side side)
    {
        var levels = new DepthLevel[Depth.MaxLevels];
        return levels.AsSpan(0, market.Engine.CopyDepth(side, levels));
    }
}
