namespace MarketMaker.Api.Strategies;

/// <summary>Approves what another person has uploaded.</summary>
public sealed record ApprovalBody
{
    /// <summary>The version that waits.</summary>
    public string Version { get; init; } = "";

    /// <summary>Who approves; the header X-Operator stands in for it.</summary>
    public string? Operator { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
