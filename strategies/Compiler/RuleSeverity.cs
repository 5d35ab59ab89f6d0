namespace MarketMaker.Strategies.Compiler;

/// <summary>How bad a diagnostic is.</summary>
public enum RuleSeverity
{
    /// <summary>Worth reading; the rule is accepted.</summary>
    Warning = 0,

    /// <summary>The rule is rejected.</summary>
    Error = 1,
}
