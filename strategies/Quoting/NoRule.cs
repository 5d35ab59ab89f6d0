using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Quoting;

/// <summary>What a pair quotes by when nothing of its rule is in force: nothing.</summary>
public sealed class NoRule(string name) : IQuotingRule
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Version => "";

    /// <inheritdoc/>
    public RuleParameters Parameters => RuleParameters.None;

    /// <inheritdoc/>
    public RuleState State => RuleState.None;

    /// <inheritdoc/>
    public void OnTick(in Tick t, Quotes q)
    {
        const string because = "no version of the rule is in force";
        q.Begin();
        q.PullBids(because);
        q.PullAsks(because);
        q.End(t.Mid);
    }
}
