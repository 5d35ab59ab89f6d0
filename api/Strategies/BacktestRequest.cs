namespace MarketMaker.Api.Strategies;

/// <summary>Asks to try a version on what was recorded of a pair.</summary>
public sealed record BacktestRequest
{
    /// <summary>The pair.</summary>
    public string Pair { get; init; } = "";

    /// <summary>Who asks; the header X-Operator stands in for it.</summary>
    public string? Operator { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
