namespace MarketMaker.Api.Strategies;

/// <summary>A script in a JSON object; a text/plain body is the script itself.</summary>
public sealed record StrategySource
{
    /// <summary>The script.</summary>
    public string Source { get; init; } = "";
}
