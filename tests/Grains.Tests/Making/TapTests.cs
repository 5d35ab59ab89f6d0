using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;
using MarketMaker.Strategies.Shadow;

namespace MarketMaker.Grains.Tests.Making;

/// <summary>What a market tells a shadow of its customers.</summary>
public sealed class TapTests(MakerFixture fixture) : IClassFixture<MakerFixture>
{
    private static readonly AccountId _ann = AccountId.Parse("ann");

    [Fact]
    public async Task Every_word_of_a_customer_is_told_once_and_the_maker_s_own_are_not()
    {
        var pair = await Funded();
        var market = (await pair.Engine.OpenTap())!;
        await pair.Say(100);
        var named = Sell(101) with { ClientId = ClientOrderId.Parse("once") };

        var placed = await pair.Engine.Place(named);
        await pair.Engine.Place(named);
        await pair.Engine.Amend(_ann, placed.Result.Id, new Price(11_000), new Quantity(7));
        await pair.Engine.Reduce(_ann, placed.Result.Id, new Quantity(2));
        await pair.Engine.Place(NewOrder.Market(_ann, Side.Sell, new Quantity(5)));
        await pair.Engine.Cancel(_ann, placed.Result.Id);
        await pair.Engine.MassCancel(_ann, default);
        var page = await pair.Engine.ReadTap(market.Epoch, market.LastCommand);

        Assert.Equal(
            [
                CustomerCommandKind.Place, CustomerCommandKind.Amend, CustomerCommandKind.Reduce,
                CustomerCommandKind.Place, CustomerCommandKind.Cancel,
                CustomerCommandKind.MassCancel,
            ],
            page.Commands.Select(command => command.Kind));
        Assert.Equal([1L, 2, 3, 4, 5, 6], page.Commands.Select(command => command.Number));
        Assert.Equal((named, placed.Result.Id), (page.Commands[0].Order, page.Commands[0].Id));
        Assert.True(page.IsOpen && page.UpTo >= page.Commands[^1].At);
        Assert.Empty((await pair.Engine.ReadTap(market.Epoch, 6)).Commands);
    }

    [Fact]
    public async Task A_shadow_follows_the_market_from_where_it_stood()
    {
        var pair = await Funded();
        var resting = await pair.Engine.Place(Sell(105));
        var market = (await pair.Engine.OpenTap())!;
        var shadow = new ShadowMarket(
            pair.Listing.ToMarketTerms(pair.Listing.Defaults), await Rule(), await Rule());
        shadow.Begin(market.Snapshot, market.Epoch, market.LastCommand, market.At);
        shadow.OnReference(
            0, new(new(9_999), new(1), new(10_001), new(1)), market.At, market.At);

        await pair.Engine.Cancel(_ann, resting.Result.Id);
        await pair.Engine.Place(NewOrder.Market(_ann, Side.Sell, new Quantity(500)));
        var page = await pair.Engine.ReadTap(market.Epoch, shadow.LastCommand);
        shadow.OnCommands(page.Commands, page.UpTo);

        var report = shadow.Report();
        Assert.Null(report.LastLoss);
        Assert.Equal((1L, new Quantity(500)), (report.Candidate!.Fills, report.Current!.Volume));
    }

    [Fact]
    public async Task A_tap_that_nobody_reads_is_closed_and_the_next_shows_the_gap()
    {
        var pair = await Funded();
        var first = (await pair.Engine.OpenTap())!;
        pair.Time.Advance(TimeSpan.FromSeconds(31));
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while ((await pair.Engine.ReadTap(first.Epoch, 0)).IsOpen)
        {
            pair.Time.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(TimeSpan.FromMilliseconds(150), patience.Token);
        }

        var second = (await pair.Engine.OpenTap())!;
        await pair.Engine.Place(Sell(101));
        var page = await pair.Engine.ReadTap(second.Epoch, first.LastCommand);

        Assert.Equal([first.LastCommand + 2], page.Commands.Select(command => command.Number));
        Assert.False((await pair.Engine.ReadTap(second.Epoch + 1, 0)).IsOpen);
    }

    private async Task<MakerUnderTest> Funded()
    {
        var pair = await fixture.NewPair();
        await pair.Engine.OpenAccount(
            _ann, new Quantity(1_000_000_000), new Notional(1_000_000_000_000));
        return pair;
    }

    private static async Task<IQuotingRule> Rule() =>
        (await new RuleLibrary().PrepareAsync(
            "house-ladder", BuiltInScripts.Sources["house-ladder"], default)).CreateRule();

    private static NewOrder Sell(long price) =>
        new(_ann, Side.Sell, OrderKind.Limit, new Price(price * 100), new Quantity(10));
}
