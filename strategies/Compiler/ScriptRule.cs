extern alias fuel;

using fuel::MarketMaker.Strategies.Fuel;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Compiler;

/// <summary>A script's instance for one pair. Holding it holds its assembly.</summary>
internal sealed class ScriptRule(
    RuleAssembly assembly, EntryPoint.Handler onTick, Declarations declarations) : IQuotingRule
{
    /// <summary>The steps that a rule may take in a tick, and again while its fields are set: each
    /// entry of a method is one, each turn of a while or do loop one, of a for loop two.</summary>
    /// <remarks>The same for every tick on every machine. With the limit of tokens in a method it
    /// bounds a tick's time to some tens of milliseconds, in practice to microseconds.</remarks>
    public const int StepsPerTick = 5_000;

    public string Name => assembly.Name;

    public string Version => assembly.Version;

    public RuleParameters Parameters { get; } = new(declarations.Parameters);

    public RuleState State { get; } = new(declarations.Cells);

    public void OnTick(in Tick t, Quotes q)
    {
        q.Begin();
        FuelTank.Left = StepsPerTick;
        onTick(in t, q);
        q.End(t.Mid);
    }
}
