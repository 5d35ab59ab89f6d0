namespace MarketMaker.Simulation.Tests.Harness;

public sealed class SimulationPlanTests
{
    [Fact]
    public void The_words_of_a_failure_run_its_seed_up_to_its_step()
    {
        var plan = SimulationPlan.Parse("seed=42 step=1234");

        Assert.Equal([42ul], plan.Seeds);
        Assert.Equal(1_234, plan.Steps);
    }

    [Fact]
    public void A_number_of_seeds_runs_the_first_of_them()
    {
        var plan = SimulationPlan.Parse("seeds=3");

        Assert.Equal([1ul, 2, 3], plan.Seeds);
        Assert.Equal(SimulationPlan.Usual.Steps, plan.Steps);
    }

    [Fact]
    public void An_unknown_word_is_named() =>
        Assert.Contains(
            "'pace=3'",
            Assert.Throws<FormatException>(() => SimulationPlan.Parse("pace=3")).Message,
            StringComparison.Ordinal);
}
