namespace MarketMaker.Api.Strategies;

/// <summary>Asks to go back to an earlier version.</summary>
public sealed record RollbackBody
{
    /// <summary>Which; without it the canary ends, or the version before returns.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the rules' state cells become again what they were when the version that is
    /// left came into force.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether the version that is left may never be put in force again.</summary>
    public bool Bad { get; init; }

    /// <summary>Who asks; the header X-Operator stands in for it.</summary>
    public string? Operator { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
