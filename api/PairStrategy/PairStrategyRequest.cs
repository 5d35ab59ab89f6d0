namespace MarketMaker.Api.PairStrategy;

/// <summary>Which quoting rule a pair shall use, and with which parameters.</summary>
public sealed record PairStrategyRequest
{
    /// <summary>The rule's name.</summary>
    public string Strategy { get; init; } = "";

    /// <summary>The rule's parameters by name. One that is missing keeps its value while the rule
    /// stays, and is the rule's default when it changes.</summary>
    public IReadOnlyDictionary<string, decimal> Parameters { get; init; } =
        new Dictionary<string, decimal>();

    /// <summary>Who asks; the header X-Operator stands in for it.</summary>
    public string? Operator { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
