using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.Tests.Making;

namespace MarketMaker.Grains.Tests.LifeCycle;

/// <summary>A rule's life where more than one silo has part in it.</summary>
public sealed class TwoSilosTests(TwoSilosFixture fixture) : IClassFixture<TwoSilosFixture>
{
    /// <summary>Quotes as far away as the time was when the pair first had it, and fails on any
    /// price above 100 where it is told to.</summary>
    private const string Remembering = """
        Cell first = Cell.Of("first", 0);
        double[] one = new double[1];
        void OnTick(in Tick t, Quotes q)
        {
            if (first.Value == 0)
                first.Value = 1 + t.Time % 40;
            q.Bid(t.Mid - first.Value, 1);
            q.Ask(t.Mid + first.Value + one[FAILS && t.Mid > 100 ? 1 : 0], 1);
        }
        """;

    [Fact]
    public async Task A_pair_that_moves_takes_its_memory_along_and_what_failed_there_is_bad_here()
    {
        var pair = await fixture.NewPair();
        var rule = new RuleUnderTest(fixture.Grains, $"moving-{Guid.NewGuid():N}");
        var sound = await rule.Upload(
            Remembering.Replace("FAILS", "false", StringComparison.Ordinal));
        await rule.UseOn(pair);
        var here = await pair.Engine.GetSilo();
        var there = fixture.Silos.Single(silo => !silo.Equals(here));
        await fixture.FeedOf(here).Say(pair.Pair, 100);
        var before = await pair.Engine.GetBook(1);

        await fixture.Move(pair, there);
        await fixture.FeedOf(there).Say(pair.Pair, 100);
        var after = await pair.Engine.GetBook(1);
        var status = await pair.Maker.GetStatus();
        var failing = Remembering.Replace("FAILS", "true", StringComparison.Ordinal);
        await rule.Activate(failing);
        for (var tick = 0; tick < 3; tick++)
            await fixture.FeedOf(there).Say(pair.Pair, 100.1m);
        await rule.Audited(StrategyStep.Failed);
        var back = await pair.Maker.GetStatus();

        Assert.Equal(before.Bids[0].Price, after.Bids[0].Price);
        Assert.Equal((sound, sound), (status.StrategyVersion, back.StrategyVersion));
        var replies = new List<VersionStatus>();
        foreach (var silo in fixture.Silos)
        {
            var elsewhere = fixture.Grains.GetGrain<GrainInterfaces.IStrategyGrain>(
                $"elsewhere-{Guid.NewGuid():N}");
            var reply = await Anchor.At(silo, () => elsewhere.Upload(
                new StrategyUpload(failing, RuleUnderTest.Bob)));
            replies.Add(reply.Status);
        }
        Assert.Equal([VersionStatus.Bad, VersionStatus.Bad], replies);
    }
}
