using MarketMaker.Simulation.Tests.Harness;

namespace MarketMaker.Simulation.Tests;

public sealed class SimulationTests
{
    private static readonly SimulationPlan _plan = SimulationPlan.FromEnvironment();

    public static TheoryData<ulong> Seeds => [.. _plan.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_law_holds_after_every_step(ulong seed) =>
        new Simulation(seed).Run(_plan.Steps);

    [Fact]
    public void The_same_seed_replays_exactly()
    {
        var (first, second, other) = (new Simulation(7), new Simulation(7), new Simulation(8));

        first.Run(5_000);
        second.Run(5_000);
        other.Run(5_000);

        Assert.Equal(first.Trace.Hash, second.Trace.Hash);
        Assert.NotEqual(first.Trace.Hash, other.Trace.Hash);
    }

    [Fact]
    public void A_broken_law_is_told_with_its_seed_its_step_and_the_last_events()
    {
        var simulation = new Simulation(7, alsoAfterEachStep: steps =>
        {
            if (steps == 123)
                throw new LawBrokenException("a law", "an example of how it is broken");
        });

        var failure = Assert.Throws<SimulationFailedException>(() => simulation.Run(1_000));

        Assert.StartsWith(
            "seed=7 step=123\na law: an example of how it is broken\n"
            + "Again: SIMULATION=\"seed=7 step=123\" dotnet test\nThe last events:\n",
            failure.Message, StringComparison.Ordinal);
        Assert.Equal(4 + Trace.Kept, failure.Message.Split('\n').Length);
    }

    [Fact]
    public void Everything_that_can_happen_happens_and_yet_both_sides_are_often_quoted()
    {
        var happened = new HashSet<string>();
        var (steps, quoted) = (0L, 0L);
        foreach (var seed in SimulationPlan.Usual.Seeds.Take(6))
        {
            var simulation = new Simulation(seed);
            simulation.Run(SimulationPlan.Usual.Steps);
            happened.UnionWith(simulation.Trace.Counts.Keys);
            (steps, quoted) = (steps + simulation.Steps, quoted + simulation.QuotedSteps);
        }

        Assert.Empty(Expected.Except(happened));
        Assert.InRange(quoted, steps / 4, steps);
    }

    private static readonly string[] Expected =
    [
        "tick", "tick lost", "tick overtaken", "venue silent", "venue jumps",
        "quoted", "good enough", "ladder incomplete", "quotes refused: StaleSequence",
        "pulls: NoReference", "pulls: StaleReference", "pulls: SharpMove", "pulls: Operator",
        "fault of Throws", "fault of NotANumber", "fault of Crosses",
        "Limit", "Market", "ImmediateOrCancel", "PostOnly", "Amend", "Cancel", "trade",
        "PostOnly refused: PostOnlyWouldTake", "Cancel refused: UnknownOrder",
        "bell lost", "bell late", "bell twice", "bell for nothing new", "quotes gone",
        "catch up", "call lost", "reply lost", "records share an append",
        "engine steps down", "append stored, confirmation lost",
        "configured", "operator pauses", "operator resumes",
        "rule HouseAgain", "rule BidsOnly", "rule Silent",
        "maker starts", "maker stops", "engine restarts", "crash", "written", "not written",
    ];
}
