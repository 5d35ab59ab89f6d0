using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.Tests.Making;

namespace MarketMaker.Grains.Tests.LifeCycle;

/// <summary>A quoting rule that no other test has, with everything that a test does to it.
/// </summary>
internal sealed class RuleUnderTest(IGrainFactory grains, string name)
{
    public static readonly StrategyAct Ann = new("ann", "a test");
    public static readonly StrategyAct Bob = new("bob", "a look at it");

    public string Name => name;

    public IStrategyGrain Grain { get; } = grains.GetGrain<IStrategyGrain>(name);

    /// <summary>A rule of one bid and one ask, so many units from the reference.</summary>
    public static string At(double distance) => FormattableString.Invariant(
        $"void OnTick(in Tick t, Quotes q) {{ q.Bid(t.Mid - {distance}, 1); ")
        + FormattableString.Invariant($"q.Ask(t.Mid + {distance}, 1); }}");

    /// <summary>As <see cref="At"/>, but as soon as the reference is above the sample tick's 100,
    /// it speaks half of its ladder and then fails.</summary>
    public static string Failing(string how) =>
        "double[] one = new double[1];\ndouble zero = 0;\n"
        + "void OnTick(in Tick t, Quotes q)\n{\n"
        + "    q.Bid(t.Mid - 1, 1);\n"
        + $"    if (t.Mid > 100) {{ {how} }}\n"
        + "    q.Ask(t.Mid + 1, 1);\n}\n";

    public async Task<string> Upload(string source)
    {
        var reply = await Grain.Upload(new StrategyUpload(source, Ann));
        Assert.True(reply.Accepted, string.Join("\n", reply.Diagnostics));
        return reply.Version;
    }

    public async Task<string> Activate(string source)
    {
        var version = await Upload(source);
        var outcome = await Roll(version, RolloutMode.Active);
        Assert.Equal((StrategyRefusal.None, ""), (outcome.Refusal, outcome.Detail));
        return version;
    }

    public Task<StrategyOutcome> Roll(
        string version, RolloutMode mode, params MakerUnderTest[] pairs) =>
        Grain.Activate(new RolloutRequest(
            version, mode, [.. pairs.Select(pair => pair.Pair.ToString())], Ann));

    public Task<StrategyOutcome> RollBack(bool strict = false) =>
        Grain.RollBack(new RollbackRequest(null, strict, Bad: false, Bob));

    /// <summary>Has a pair use the rule.</summary>
    public async Task<ConfigureReply> UseOn(
        MakerUnderTest pair, params (string Name, decimal Value)[] parameters) =>
        await pair.Maker.Configure(await pair.Maker.GetConfiguration() with
        {
            Strategy = name,
            Parameters = parameters.ToDictionary(one => one.Name, one => one.Value),
        });

    /// <summary>Waits for a line of the audit that a maker writes by itself.</summary>
    public async Task<StrategyAuditEntry> Audited(StrategyStep step)
    {
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while (true)
        {
            var line = (await Grain.GetAudit()).FirstOrDefault(entry => entry.What == step);
            if (line is not null)
                return line;
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }
}
