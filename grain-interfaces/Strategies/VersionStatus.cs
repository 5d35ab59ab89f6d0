namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>Where a version of a quoting rule stands.</summary>
public enum VersionStatus
{
    /// <summary>It did not compile, or failed its trial; its diagnostics say why.</summary>
    Rejected,

    /// <summary>It can be put in force.</summary>
    Accepted,

    /// <summary>See <see cref="RolloutMode.Shadow"/>.</summary>
    Shadow,

    /// <summary>See <see cref="RolloutMode.Canary"/>.</summary>
    Canary,

    /// <summary>See <see cref="RolloutMode.Active"/>.</summary>
    Active,

    /// <summary>It was rolled back for a fault or a guard, and is never put in force again.
    /// </summary>
    Bad,
}
