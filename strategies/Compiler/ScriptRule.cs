using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Compiler;

/// <summary>A script's instance for one pair. Holding it holds its assembly.</summary>
internal sealed class ScriptRule(
    RuleAssembly assembly, EntryPoint.Handler onTick, Declarations declarations) : IQuotingRule
{
    public string Name => assembly.Name;

    public string Version => assembly.Version;

    public RuleParameters Parameters { get; } = new(declarations.Parameters);

    public RuleState State { get; } = new(declarations.Cells);

    public void OnTick(in Tick t, Quotes q)
    {
        q.Clear(t.Mid);
        try
        {
            onTick(in t, q);
        }
        catch
        {
            q.Clear(double.NaN);
            throw;
        }
    }
}
