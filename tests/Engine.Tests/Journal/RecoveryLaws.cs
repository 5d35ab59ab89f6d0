using CsCheck;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Tests.Commands;

namespace MarketMaker.Engine.Tests.Journal;

/// <summary>What is recovered is what was: balances, customers' orders in their queues, answers,
/// the trade log.</summary>
public sealed class RecoveryLaws
{
    private const int Steps = 150;

    [Fact]
    public void A_snapshot_and_the_records_after_it_give_the_state_that_was() =>
        Gen.Int.Sample(
            seed =>
            {
                var (random, commands) = (new Random(seed), new RandomCommands(seed));
                var live = new JournalledMarket().Funded();
                live.Run(commands, random, Steps);
                var snapshot = live.Snapshot();
                live.Run(commands, random, Steps);

                var fromStart = Recover(live.Stored());
                var fromSnapshot = Recover(live.Stored(snapshot));

                AssertSame(live.Market, fromStart);
                AssertSame(live.Market, fromSnapshot);
            },
            iter: 200);

    [Fact]
    public void A_recovered_market_goes_on_and_is_recovered_again() =>
        Gen.Int.Sample(
            seed =>
            {
                var (random, commands) = (new Random(seed), new RandomCommands(seed));
                var first = new JournalledMarket().Funded();
                first.Run(commands, random, Steps);

                var second = new JournalledMarket(first.Stored());
                second.Run(new RandomCommands(seed), random, Steps);

                AssertSame(second.Market, Recover(second.Stored()));
                Assert.Equal(2, second.Rows[^1].Epoch);
            },
            iter: 100);

    [Fact]
    public void The_last_snapshot_has_the_hash_that_the_one_before_leads_to() =>
        Gen.Int.Sample(
            seed =>
            {
                var (random, commands) = (new Random(seed), new RandomCommands(seed));
                var live = new JournalledMarket().Funded();
                live.Run(commands, random, Steps);
                var older = live.Snapshot();
                live.Run(commands, random, Steps);
                var newer = live.Snapshot();

                var recovered = Recover(live.Stored(older));

                Assert.Equal(newer.StateHash, recovered.StateHash());
                Assert.NotEqual(older.StateHash, newer.StateHash);
            },
            iter: 50);

    [Fact]
    public void A_halt_lasts_until_it_is_ended()
    {
        var market = new JournalledMarket();
        market.Market.Engine.Halt("An audit.", default);
        market.Record(default);
        market.Flush();
        var halted = Recover(market.Stored());
        var fromSnapshot = Recover(market.Stored(market.Snapshot()));
        market.Market.Engine.Resume(default);
        market.Record(default);
        market.Flush();
        var resumed = Recover(market.Stored());

        Assert.Equal("An audit.", halted.Engine.HaltReason);
        Assert.Equal("An audit.", fromSnapshot.Engine.HaltReason);
        Assert.Null(resumed.Engine.HaltReason);
    }

    [Fact]
    public void Nothing_stored_is_an_empty_market()
    {
        var market = Recover(JournalledMarket.Empty);

        Assert.Equal(0, market.Engine.LastFill);
        Assert.Equal(0, market.Engine.Ledger.Count);
    }

    private static DurableMarket Recover(StoredJournal stored) =>
        DurableMarket.Recover(RandomCommands.Spec, JournalledMarket.Fees, stored);

    private static void AssertSame(DurableMarket expected, DurableMarket actual)
    {
        Assert.Equal(expected.Engine.Snapshot().Accounts, actual.Engine.Snapshot().Accounts);
        Assert.Equal(expected.Engine.Snapshot().Orders, actual.Engine.Snapshot().Orders);
        Assert.Equal(expected.Log.Snapshot(), actual.Log.Snapshot());
        Assert.Equal(expected.Volume.Snapshot(), actual.Volume.Snapshot());
        Assert.Equal(expected.StateHash(), actual.StateHash());
    }
}
