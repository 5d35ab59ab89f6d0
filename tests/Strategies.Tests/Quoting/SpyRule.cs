using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Quoting;

/// <summary>A rule that lets the test look at each tick, and quotes one level.</summary>
internal sealed class SpyRule : IQuotingRule
{
    public string Name => "spy";

    public string Version => "";

    public RuleParameters Parameters => RuleParameters.None;

    public RuleState State => RuleState.None;

    /// <summary>What the test does with the tick.</summary>
    public Action<Tick> See { get; set; } = _ => { };

    public void OnTick(in Tick t, Quotes q)
    {
        q.Begin();
        See(t);
        q.Bid(t.Mid - 1, 1);
        q.Ask(t.Mid + 1, 1);
        q.End(t.Mid);
    }
}
