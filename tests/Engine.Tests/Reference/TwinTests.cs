using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Tests.Invariants;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>The engine and its naive twin, given the same commands.</summary>
public sealed class TwinTests
{
    private const int Commands = 100_000;

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, -1_000, 5_000)]
    [InlineData(3, 2_000, 10_000)]
    [InlineData(4, 10_000, -7_000)]
    public void Engine_and_twin_agree_on_everything_after_every_command(
        int seed, int makerFee, int takerFee)
    {
        var fees = new FeeSchedule(new FeeRate(makerFee), new FeeRate(takerFee));
        var engine = new WatchedEngine(RandomCommands.Spec, fees);
        var twin = new NaiveMarket(RandomCommands.Spec, fees);
        var random = new RandomCommands(seed);
        var met = new Coverage();
        foreach (var account in RandomCommands.Accounts)
            Agree(seed, 0, Funding(account), engine, twin);

        for (var step = 1; step <= Commands; step++)
            met.Add(Agree(seed, step, random.Next(engine.Engine), engine, twin));

        Assert.Equal(Coverage.Everything, met);
    }

    private static Command.Deposit Funding(AccountId account) =>
        new(account, new Quantity(60), new Notional(600));

    private static Outcome Agree(
        int seed, int step, Command command, WatchedEngine engine, NaiveMarket twin)
    {
        var now = new Instant(step);
        var expected = twin.Apply(command, now);
        try
        {
            var actual = engine.Apply(command, now);
            AssertSame(expected, actual);
            AssertSameState(twin, engine.Engine);
            return actual;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"seed={seed} step={step} command={command}", exception);
        }
    }

    private static void AssertSameState(NaiveMarket twin, MatchingEngine engine)
    {
        var position = 0;
        var orders = engine.Orders();
        foreach (var order in twin.Book.Orders())
            AssertSame(order.View(), orders[position++]);
        AssertSame(position, orders.Count);
        foreach (var account in twin.Book.Accounts.Keys)
            AssertSame(twin.BalanceOf(account), TestPair.BalanceOf(engine, account));
        AssertSame(twin.Book.VenueFees, engine.Ledger.VenueFees.TickLots);
    }

    // Millions of times: cheaper than a general comparison.
    private static void AssertSame<T>(T expected, T actual)
        where T : IEquatable<T>
    {
        if (!expected.Equals(actual))
            Assert.Fail($"expected: {expected}\nactual:   {actual}");
    }
}
