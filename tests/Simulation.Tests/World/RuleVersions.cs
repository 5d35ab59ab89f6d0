using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>Rules as the product makes them: compiled from source, once per process.</summary>
internal static class RuleVersions
{
    private static readonly string House = BuiltInScripts.Sources["house-ladder"];

    private static readonly Dictionary<RuleKind, RuleAssembly> Assemblies = new()
    {
        [RuleKind.House] = Compile(House),
        [RuleKind.HouseAgain] = Compile(House + "\n// Uploaded once more.\n"),
        [RuleKind.BidsOnly] = Compile(
            House.Replace("q.Ask(", "q.PullAsks(\"bids only\"); q.Ask(", StringComparison.Ordinal)),
        [RuleKind.Silent] = Compile("void OnTick(in Tick t, Quotes q) { }"),
        [RuleKind.Throws] = Compile(
            "void OnTick(in Tick t, Quotes q) { q.Bid(t.Mid, 1); q.Ask(1 / (t.Levels >> 9), 1); }"),
        [RuleKind.NotANumber] = Compile(
            "void OnTick(in Tick t, Quotes q) { q.Bid(0 / (t.Mid - t.Mid), 1); }"),
        [RuleKind.Crosses] = Compile(
            "void OnTick(in Tick t, Quotes q) { q.Bid(t.Mid, 1); q.Ask(t.Mid * 0.99, 1); }"),
    };

    /// <summary>A rule for one maker.</summary>
    public static IQuotingRule Create(RuleKind kind) => Assemblies[kind].CreateRule();

    /// <summary>Whether every answer of the version is a fault.</summary>
    public static bool IsFaulty(RuleKind kind) =>
        kind is RuleKind.Throws or RuleKind.NotANumber or RuleKind.Crosses;

    /// <summary>Whether the version wants the configured ladder on both sides.</summary>
    public static bool IsTwoSided(RuleKind kind) =>
        kind is RuleKind.House or RuleKind.HouseAgain;

    private static RuleAssembly Compile(string source)
    {
        var rule = RuleCompiler.Compile("simulated", source, CancellationToken.None);
        Assert.True(rule.Accepted, string.Join("\n", rule.Diagnostics));
        return RuleAssembly.Load(rule.Name, rule.Version, rule.Image);
    }
}
