using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests;

/// <summary>Rules from source, for tests of what they do.</summary>
internal static class Compiled
{
    public const string Name = "test-rule";

    public static RuleAssembly Assembly(string source)
    {
        var compilation = RuleCompiler.Compile(Name, source, CancellationToken.None);
        Assert.True(compilation.Accepted, string.Join("\n", compilation.Diagnostics));
        return RuleAssembly.Load(compilation.Name, compilation.Version, compilation.Image);
    }

    public static IQuotingRule Rule(string source) => Assembly(source).CreateRule();

    public static IQuotingRule HouseLadder() => Rule(BuiltInScripts.Sources["house-ladder"]);

    /// <summary>What the rule says of a tick.</summary>
    public static Quotes Answer(this IQuotingRule rule, Tick tick)
    {
        var quotes = new Quotes();
        rule.OnTick(in tick, quotes);
        return quotes;
    }
}
