using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Quoting;

/// <summary>A quoting rule that is ready to run for one pair. One thread at a time.</summary>
public interface IQuotingRule
{
    /// <summary>The strategy's name, such as <c>house-ladder</c>.</summary>
    string Name { get; }

    /// <summary>Which text of the strategy this is: the SHA-256 of the source.</summary>
    string Version { get; }

    /// <summary>What the operator can set while it runs; changed between two ticks.</summary>
    RuleParameters Parameters { get; }

    /// <summary>What it remembers beyond its own life; read and replaced between two ticks.
    /// </summary>
    RuleState State { get; }

    /// <summary>Decides what should rest now.</summary>
    /// <param name="t">What is known.</param>
    /// <param name="q">Takes the answer, which replaces the last one.</param>
    /// <exception cref="Exception">The rule failed; what <paramref name="q"/> then has is judged
    /// as unsound, or empty.</exception>
    void OnTick(in Tick t, Quotes q);
}
