using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grains.Tests.Making;

/// <summary>A pair with everything that a test does to it.</summary>
internal sealed record MakerUnderTest(
    PairListing Listing,
    IPairMakerGrain Maker,
    IMatchingEngineGrain Engine,
    ScriptedFeed Feed,
    ShiftedTime Time)
{
    private static readonly AccountId _customer = AccountId.Parse("customer");

    public PairId Pair => Listing.Spec.Id;

    public Task Say(decimal middle) => Feed.Say(Pair, middle);

    public async Task<PlaceReply> Trade(Side side, decimal size)
    {
        await Engine.OpenAccount(
            _customer, new Quantity(1_000_000_000), new Notional(1_000_000_000_000_000));
        return await Engine.Place(
            NewOrder.Market(_customer, side, Listing.Spec.QuantityRoundedDown(size)));
    }

    /// <summary>Waits for what the maker does by itself, on its own timer.</summary>
    public async Task<PairStatus> Eventually(Func<PairStatus, bool> condition)
    {
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while (true)
        {
            var status = await Maker.GetStatus();
            if (condition(status))
                return status;
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    /// <summary>Waits for what the engine does by itself, without asking the maker.</summary>
    public async Task BookIs(Func<BookView, bool> condition)
    {
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while (!condition(await Engine.GetBook(1)))
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    /// <summary>Waits until the maker's books contain the whole trade log.</summary>
    public async Task<MakerStatistics> Settled()
    {
        var last = (await Engine.GetStatistics()).LastFill;
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while (true)
        {
            var statistics = await Maker.GetStatistics();
            if (statistics.LastFill == last)
                return statistics;
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        }
    }
}
