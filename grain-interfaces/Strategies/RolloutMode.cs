namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>How far a version of a quoting rule is put in force.</summary>
public enum RolloutMode
{
    /// <summary>It quotes on every pair that uses the rule.</summary>
    Active,

    /// <summary>It quotes on some pairs; the others keep the version in force.</summary>
    Canary,

    /// <summary>It quotes nowhere: on some pairs it is asked beside the version that does, against
    /// a market of its own, and the difference is shown.</summary>
    Shadow,
}
