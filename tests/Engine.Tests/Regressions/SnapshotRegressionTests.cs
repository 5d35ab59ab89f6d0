using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Regressions;

/// <summary>What a restored market once got wrong.</summary>
public sealed class SnapshotRegressionTests
{
    [Fact]
    public void A_market_restores_when_rebates_have_lifted_balances_above_all_deposits()
    {
        var rebate = new FeeSchedule(new FeeRate(-10_000), new FeeRate(-10_000));
        var engine = new MatchingEngine(TestPair.Spec, rebate);
        TestPair.Fund(engine, TestPair.Ann, 1_000, 0);
        TestPair.Fund(engine, TestPair.Bob, 0, Ledger.MaxTotal);
        engine.Place(TestPair.Sell(TestPair.Ann, lots: 1_000, ticks: 100), default);
        engine.Place(TestPair.Buy(TestPair.Bob, lots: 1_000, ticks: 100), default);

        var restored = MatchingEngine.Restore(TestPair.Spec, rebate, engine.Snapshot());

        Assert.Equal(new Notional(-2_000), restored.Ledger.VenueFees);
        Assert.Equal(
            TestPair.BalanceOf(engine, TestPair.Bob), TestPair.BalanceOf(restored, TestPair.Bob));
        Assert.False(restored.Ledger.TryDeposit(0, Quantity.Zero, new Notional(1)));
    }
}
