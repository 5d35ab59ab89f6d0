using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.Strategies;

/// <summary>Asks to put a version in force.</summary>
public sealed record ActivationRequest
{
    /// <summary>The version's content hash.</summary>
    public string Version { get; init; } = "";

    /// <summary>How far: active on all pairs, canary or shadow on some.</summary>
    public RolloutMode Mode { get; init; } = RolloutMode.Active;

    /// <summary>Which, for canary and shadow.</summary>
    public IReadOnlyList<string> Pairs { get; init; } = [];

    /// <summary>Who asks; the header X-Operator stands in for it.</summary>
    public string? Operator { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
