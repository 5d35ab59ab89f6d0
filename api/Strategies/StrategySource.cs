namespace MarketMaker.Api.Strategies;

/// <summary>A script in a JSON object; a text/plain body is the script itself.</summary>
public sealed record StrategySource
{
    /// <summary>The script.</summary>
    public string Source { get; init; } = "";

    /// <summary>Who uploads it; the header X-Operator stands in for it.</summary>
    public string? Operator { get; init; }

    /// <summary>Why; the header X-Reason stands in for it.</summary>
    public string? Reason { get; init; }
}
