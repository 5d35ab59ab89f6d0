namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>Who does something to a rule, and why; for the audit.</summary>
/// <param name="Operator">1 to <see cref="MaxOperator"/> characters;
/// <see cref="Unknown"/> when nobody was named.</param>
/// <param name="Reason">Up to <see cref="MaxReason"/> characters; may be empty.</param>
[GenerateSerializer, Immutable, Alias("StrategyAct")]
public sealed record StrategyAct([property: Id(0)] string Operator, [property: Id(1)] string Reason)
{
    /// <summary>The longest name of an operator.</summary>
    public const int MaxOperator = 64;

    /// <summary>The longest reason.</summary>
    public const int MaxReason = 500;

    /// <summary>Stands for an operator who was not named.</summary>
    public const string Unknown = "unknown";

    /// <summary>Stands for the product itself.</summary>
    public const string Product = "product";

    /// <summary>Whether somebody was named.</summary>
    public bool IsNamed => Operator != Unknown;
}
