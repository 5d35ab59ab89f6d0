using MarketMaker.Bench.Reference.Pol;
using MarketMaker.Engine.Market;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Bench.Tests;

/// <summary>The crash of 2025-10-10, through composite, maker and engine.</summary>
public sealed class ReferenceBenchTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [RecordedTableFact]
    public async Task The_crash_is_quoted_through_without_a_price_that_may_not_be_used()
    {
        var table = PolTable.Read(PolTable.Find()!);
        var outcome = new PolReplay(await HouseLadder()).Run(table);

        Assert.Equal(9_111, table.Count);
        // Of the last prices in a second 4 053; an extreme of one against the last of the other
        // is further.
        Assert.InRange(outcome.WidestSeenBps, 4_053, 10_000);
        Assert.InRange(outcome.WidestAveragedBps, 1, 100);
        Assert.InRange(outcome.OldestQuotedOn, TimeSpan.Zero, _second);
        Assert.InRange(outcome.LongestLockOut, TimeSpan.FromMilliseconds(1), _second);
        Assert.All(outcome.Doubted, doubted => Assert.InRange(doubted, 1, outcome.Prints / 20));
        Assert.Equal(0, outcome.WithoutReason);
        Assert.Contains(outcome.Pauses, pause => pause.Reason == PauseReason.SourcesDisagree);
        // Each run of pauses but one that the table's end cuts off is followed by quotes.
        Assert.InRange(outcome.Returns, 10, int.MaxValue);
        var paused = outcome.Pauses.Sum(pause => pause.Length.TotalSeconds);
        var seconds = table[^1].Second - table[0].Second;
        Assert.InRange(outcome.Quoted.TotalSeconds + paused, seconds, seconds + 1);
        Assert.InRange(outcome.Quoted.TotalSeconds, seconds / 10, seconds);
    }

    [RecordedTableFact]
    public async Task It_replays_exactly()
    {
        var table = PolTable.Read(PolTable.Find()!);
        var rule = await HouseLadder();

        Assert.Equal(new PolReplay(rule).Run(table).Hash, new PolReplay(rule).Run(table).Hash);
    }

    [RecordedTableFact]
    public async Task Without_a_rate_of_the_dollar_the_other_venue_has_no_price()
    {
        var replay = new PolReplay(await HouseLadder(), hasRate: false);

        var outcome = replay.Run(PolTable.Read(PolTable.Find()!));

        Assert.Equal(
            (SourceState.Connecting, SourceFault.NoLeg),
            (replay.Source(1).State, replay.Source(1).Cause));
        Assert.Equal(outcome.Quoted, outcome.Alone);
        Assert.Equal(0, outcome.WidestAveragedBps);
    }

    private static async Task<IQuotingRule> HouseLadder() =>
        (await new RuleLibrary().PrepareAsync(
            "house-ladder", BuiltInScripts.Sources["house-ladder"], CancellationToken.None))
        .CreateRule();
}
