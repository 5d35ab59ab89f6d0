using CsCheck;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Book;

/// <summary>The same commands give the same market: twice from the start, or once more from a
/// snapshot.</summary>
public sealed class ReplayTests
{
    private const int Steps = 300;

    private static readonly FeeSchedule Fees = new(new FeeRate(-500), new FeeRate(3_000));

    [Fact]
    public void The_same_commands_give_the_same_answers_and_the_same_market() =>
        Gen.Int.Sample(
            seed =>
            {
                var (first, second) = (Open(), Open());
                var commands = Record(first, new RandomCommands(seed), out var answers);

                var replayed = Replay(second, commands);

                Assert.Equal(answers, replayed);
                AssertSame(first, second);
            },
            iter: 100);

    [Fact]
    public void A_market_restored_from_a_snapshot_goes_on_as_if_nothing_had_happened() =>
        Gen.Int.Sample(
            seed =>
            {
                var original = Open();
                var random = new RandomCommands(seed);
                Record(original, random, out _);
                PullAllQuotes(random, original);

                var restored = MatchingEngine.Restore(
                    RandomCommands.Spec, Fees, original.Snapshot());

                AssertSame(original, restored);
                // Which mass quote was the last is forgotten with the quotes themselves.
                PullAllQuotes(random, original, restored);
                var tail = Record(original, random, out var answers);
                Assert.Equal(answers, Replay(restored, tail));
                AssertSame(original, restored);
            },
            iter: 100);

    [Fact]
    public void A_snapshot_leaves_quotes_out_and_frees_what_they_held()
    {
        var engine = Open();
        engine.Place(TestPair.Buy(TestPair.Ann, lots: 2, ticks: 5), default);
        var quote = new Engine.Quotes.Quote(Side.Buy, new Price(4), new Quantity(3));
        engine.MassQuote(TestPair.Maker, 1, 1, [quote], [], default);

        var restored = MatchingEngine.Restore(RandomCommands.Spec, Fees, engine.Snapshot());

        Assert.Equal(TestPair.Ann, Assert.Single(restored.Orders()).Account);
        Assert.Equal(
            new Balance(new Quantity(60), default, new Notional(600), default),
            TestPair.BalanceOf(restored, TestPair.Maker));
    }

    private static MatchingEngine Open()
    {
        var engine = new MatchingEngine(RandomCommands.Spec, Fees);
        foreach (var account in RandomCommands.Accounts)
            TestPair.Fund(engine, account, lots: 60, tickLots: 600);
        return engine;
    }

    private static void PullAllQuotes(RandomCommands random, params MatchingEngine[] engines)
    {
        foreach (var pull in RandomCommands.Accounts.Select(random.Pull))
        {
            foreach (var engine in engines)
                Outcome.Of(engine, pull, default);
        }
    }

    private static List<Command> Record(
        MatchingEngine engine, RandomCommands random, out List<Outcome> answers)
    {
        var commands = new List<Command>();
        answers = [];
        for (var step = 0; step < Steps; step++)
        {
            var command = random.Next(engine);
            commands.Add(command);
            answers.Add(Outcome.Of(engine, command, new Instant(step)));
        }
        return commands;
    }

    private static Outcome[] Replay(MatchingEngine engine, List<Command> commands) =>
        [.. commands.Select((command, step) => Outcome.Of(engine, command, new Instant(step)))];

    private static void AssertSame(MatchingEngine expected, MatchingEngine actual)
    {
        Assert.Equal(expected.LastFill, actual.LastFill);
        Assert.Equal(expected.Orders(), actual.Orders());
        Assert.Equal(expected.Ledger.VenueFees, actual.Ledger.VenueFees);
        Assert.Equal(expected.Ledger.Count, actual.Ledger.Count);
        for (var account = 0; account < expected.Ledger.Count; account++)
            Assert.Equal(expected.Ledger[account], actual.Ledger[account]);
    }
}
