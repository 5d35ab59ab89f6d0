using System.Globalization;
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

    /// <summary>How many seeds, three unless <c>TWIN_SEEDS</c> says otherwise, each under fees of
    /// its own.</summary>
    public static TheoryData<int, int, int> Seeds
    {
        get
        {
            (int Maker, int Taker)[] fees =
                [(2_000, 10_000), (0, 0), (-1_000, 5_000), (10_000, -7_000)];
            var count = int.Parse(
                Environment.GetEnvironmentVariable("TWIN_SEEDS") ?? "3",
                CultureInfo.InvariantCulture);
            var seeds = new TheoryData<int, int, int>();
            for (var seed = 1; seed <= count; seed++)
            {
                var (maker, taker) = fees[seed % fees.Length];
                seeds.Add(seed, maker, taker);
            }
            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
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
        // Bob and Cid are one owner.
        foreach (var account in RandomCommands.Accounts.Take(2))
        {
            engine.Engine.SetTerms(account, new AccountTerms(Group: 1));
            twin.Book.Accounts[account].Group = "1";
        }

        for (var step = 1; step <= Commands; step++)
        {
            var command = random.Next(engine.Engine);
            met.Add(command, Agree(seed, step, command, engine, twin));
        }

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
        AssertSame(twin.Book.LastPrice ?? 0, engine.LastPrice.Ticks);
        AssertSame(twin.Book.Stops().Count(), engine.ParkedOrders);
        foreach (var (expected, actual) in twin.Book.Stops().Zip(engine.Stops()))
            AssertSame(expected.View(), actual);
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
