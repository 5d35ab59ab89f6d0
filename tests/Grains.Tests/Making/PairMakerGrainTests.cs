using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grains.Tests.Making;

public sealed class PairMakerGrainTests(MakerFixture fixture) : IClassFixture<MakerFixture>
{
    [Fact]
    public async Task A_tick_becomes_the_house_ladder_in_the_book()
    {
        var pair = await fixture.NewPair();

        await pair.Say(100);
        var book = await pair.Engine.GetBook(10);

        // 100 ± 0.05, then 0.05 % further each, and half a size more each.
        Assert.Equal(
            [9995L, 9991, 9986, 9981, 9976], book.Bids.Select(level => level.Price.Ticks));
        Assert.Equal(
            [10005L, 10010, 10015, 10020, 10025], book.Asks.Select(level => level.Price.Ticks));
        Assert.Equal(
            [1000L, 1500, 2000, 2500, 3000], book.Bids.Select(level => level.Quantity.Lots));
    }

    [Fact]
    public async Task The_engine_lives_on_the_silo_of_its_maker()
    {
        var pair = await fixture.NewPair();

        var silo = await pair.Engine.GetSilo();

        Assert.Equal(
            ((ILocalSiloDetails)fixture.Services.GetService(typeof(ILocalSiloDetails))!)
                .SiloAddress,
            silo);
    }

    [Fact]
    public async Task A_fill_moves_inventory_and_profit_exactly_and_the_next_ladder_down()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);
        var before = await pair.Maker.GetStatus();

        await pair.Trade(Side.Sell, 1);
        var books = (await pair.Settled()).ProfitAndLoss;
        await pair.Say(100);
        var after = await pair.Maker.GetStatus();

        // Bought 1 at 99.95 while the reference was 100, with a rebate of half a basis point.
        Assert.Equal(new Quantity(1000), books.Position);
        Assert.Equal(0.05m, pair.Listing.Spec.ToDecimal(books.Spread));
        Assert.Equal(-0.0049975m, pair.Listing.Spec.ToDecimal(books.Fees), 4);
        Assert.Equal(default, books.Residual);
        Assert.True(after.Skew < before.Skew);
        Assert.True(after.Asks[0].Price <= before.Asks[0].Price);
        Assert.True(after.Bids[0].Price <= before.Bids[0].Price);
    }

    [Fact]
    public async Task Books_and_engine_agree_on_what_the_maker_has()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);
        await pair.Trade(Side.Buy, 2.5m);
        await pair.Trade(Side.Sell, 4);

        await pair.Settled();
        var inventory = await pair.Maker.GetInventory();

        Assert.Equal(
            pair.Listing.BaseCapital + inventory.Position, inventory.Balance.Base);
    }

    [Fact]
    public async Task A_sharp_move_pulls_the_quotes_and_they_return_by_themselves()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);

        await pair.Say(101);
        var paused = await pair.Maker.GetStatus();
        var book = await pair.Engine.GetBook(1);
        pair.Time.Advance(TimeSpan.FromSeconds(10.1));
        await pair.Say(101);
        var resumed = await pair.Maker.GetStatus();

        Assert.Equal(PauseReason.SharpMove, paused.Reason);
        Assert.Empty(book.Bids);
        Assert.Empty(book.Asks);
        Assert.Equal(PauseReason.None, resumed.Reason);
        Assert.True(resumed.IsQuoting);
    }

    [Fact]
    public async Task A_stale_reference_pulls_the_quotes_without_any_tick()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);

        pair.Time.Advance(TimeSpan.FromSeconds(2.1));
        var status = await pair.Eventually(now => now.Bids.Length == 0);

        Assert.Equal(PauseReason.StaleReference, status.Reason);
        Assert.Contains("2 s are allowed", status.Explanation, StringComparison.Ordinal);
        Assert.Empty((await pair.Engine.GetBook(1)).Asks);
    }

    [Fact]
    public async Task The_operator_pauses_stops_and_starts_a_pair()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);

        var paused = await pair.Maker.SetMode(MakerMode.Paused);
        var stopped = await pair.Maker.SetMode(MakerMode.Stopped);
        var isFollowed = pair.Feed.Followed.ContainsKey(pair.Pair);
        await pair.Maker.SetMode(MakerMode.Running);
        await pair.Say(100);
        var running = await pair.Maker.GetStatus();

        Assert.Equal((PauseReason.Operator, false), (paused.Reason, paused.IsQuoting));
        Assert.Equal(MakerMode.Stopped, stopped.Mode);
        Assert.False(isFollowed);
        Assert.True(running.IsQuoting);
    }

    [Fact]
    public async Task A_configuration_takes_effect_at_once_and_a_wrong_one_changes_nothing()
    {
        var pair = await fixture.NewPair();
        await pair.Say(100);
        var old = await pair.Maker.GetConfiguration();

        var refused = await pair.Maker.Configure(old with { Spread = 0, Levels = 1000 });
        var kept = await pair.Maker.GetConfiguration();
        var accepted = await pair.Maker.Configure(old with { Levels = 7 });
        var book = await pair.Engine.GetBook(10);

        Assert.Equal(["levels", "spread"], refused.Errors.Select(error => error.Field));
        Assert.Equal(old, kept);
        Assert.True(accepted.Accepted);
        Assert.Equal((7, 7), (book.Bids.Length, book.Asks.Length));
    }

    [Fact]
    public async Task An_unknown_strategy_is_refused_by_name()
    {
        var pair = await fixture.NewPair();
        var old = await pair.Maker.GetConfiguration();

        var reply = await pair.Maker.Configure(old with { Strategy = "nobody-knows" });

        Assert.Equal("strategy", Assert.Single(reply.Errors).Field);
        Assert.Equal(old, await pair.Maker.GetConfiguration());
    }

    [Fact]
    public async Task A_pair_that_is_not_listed_has_no_maker_and_no_market()
    {
        var maker = fixture.Grains.GetGrain<IPairMakerGrain>("NO-PAIR");
        var engine = fixture.Grains.GetGrain<IMatchingEngineGrain>("NO-PAIR");

        await Assert.ThrowsAsync<UnknownPairException>(async () => await maker.GetStatus());
        await Assert.ThrowsAsync<UnknownPairException>(async () => await engine.GetBook(1));
    }
}
