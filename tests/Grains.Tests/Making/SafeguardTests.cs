using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using Orleans.Core.Internal;

namespace MarketMaker.Grains.Tests.Making;

/// <summary>What the market does with quotes and orders whatever its maker wants.</summary>
public sealed class SafeguardTests(MakerFixture fixture) : IClassFixture<MakerFixture>
{
    private static readonly TimeSpan _almostALease = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task Quotes_vanish_by_themselves_when_their_maker_is_gone()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);
        var before = await pair.Engine.GetBook(1);
        await pair.Maker.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

        pair.Time.Advance(TimeSpan.FromSeconds(2.1));
        await pair.BookIs(book => book.Bids.Length + book.Asks.Length == 0);

        Assert.Equal((1, 1), (before.Bids.Length, before.Asks.Length));
    }

    [Fact]
    public async Task A_ladder_that_is_good_enough_is_renewed_and_not_replaced()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);
        var before = (await pair.Maker.GetStatistics()).Changes;

        for (var i = 0; i < 3; i++)
        {
            pair.Time.Advance(_almostALease);
            await pair.Say(100);
        }
        var status = await pair.Maker.GetStatus();
        var book = await pair.Engine.GetBook(1);

        Assert.True(status.IsQuoting);
        Assert.Equal((1, 1), (book.Bids.Length, book.Asks.Length));
        // The bell of an engine that has just started may ask for the same ladder once more.
        var after = (await pair.Maker.GetStatistics()).Changes;
        Assert.Equal(
            (before.Placed, before.Cancelled, before.Amended),
            (after.Placed, after.Cancelled, after.Amended));
    }

    [Fact]
    public async Task A_halted_market_has_no_quotes_and_takes_no_orders_until_it_is_resumed()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);

        await pair.Engine.Halt("An announcement is due.");
        var halted = await pair.Eventually(now => now.Reason == PauseReason.MarketHalted);
        var refused = await pair.Trade(Side.Buy, 1);
        var reason = await pair.Engine.GetHaltReason();
        await pair.Engine.Resume();
        pair.Time.Advance(TimeSpan.FromSeconds(1.1));
        await pair.Say(100);
        var resumed = await pair.Eventually(now => now.IsQuoting);

        Assert.Equal("Not quoting: the market is halted.", halted.Explanation);
        Assert.False(halted.IsQuoting);
        Assert.Equal(Rejection.MarketHalted, refused.Result.Rejection);
        Assert.Equal("An announcement is due.", reason);
        Assert.Equal(PauseReason.None, resumed.Reason);
    }

    [Fact]
    public async Task Too_many_trades_at_once_pull_the_quotes_until_protection_is_reset()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);

        // Its asks are of 1, 1.5, 2, 2.5 and 3: the fourth passes what may trade.
        var trade = await pair.Trade(Side.Buy, 100);
        var pulled = await pair.Eventually(now => now.Reason == PauseReason.Protection);
        var status = await pair.Engine.GetProtection(DeskAccount.Id);
        await pair.Engine.ResetProtection(DeskAccount.Id);
        pair.Time.Advance(TimeSpan.FromSeconds(1.1));
        await pair.Say(100);
        var reset = await pair.Eventually(now => now.IsQuoting);

        Assert.Equal(7, pair.Listing.Spec.ToDecimal(trade.Result.Filled));
        Assert.Contains("too much of its quotes", pulled.Explanation, StringComparison.Ordinal);
        Assert.True(status.IsFrozen);
        Assert.Equal(PauseReason.None, reset.Reason);
    }
}
