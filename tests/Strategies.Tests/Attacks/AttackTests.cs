namespace MarketMaker.Strategies.Tests.Attacks;

public sealed class AttackTests(WarmWorker worker) : IClassFixture<WarmWorker>
{
    public static TheoryData<string> Names => [.. Attack.All.Select(attack => attack.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_attack_is_stopped_where_it_should_be(string name)
    {
        var attack = Attack.All.Single(each => each.Name == name);
        var lost = worker.Compiler.Lost;

        var compilation = await worker.Compiler.CompileAsync(
            "attack", attack.Source, CancellationToken.None);

        Assert.False(compilation.Accepted);
        Assert.True(
            attack.Expected == Attack.StageOf(compilation),
            $"{attack.Expected} expected, found:\n" + string.Join("\n", compilation.Diagnostics));
        Assert.Equal(lost, worker.Compiler.Lost);
    }

    [Fact]
    public void There_are_more_than_three_hundred() => Assert.True(Attack.All.Count > 300);
}
