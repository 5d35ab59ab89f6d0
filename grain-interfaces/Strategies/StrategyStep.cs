namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>What happened in a rule's life.</summary>
public enum StrategyStep
{
    /// <summary>A version that ships with the product came in.</summary>
    Shipped,

    /// <summary>A source was uploaded and accepted.</summary>
    Uploaded,

    /// <summary>A source was uploaded and rejected.</summary>
    Rejected,

    /// <summary>A version was tried on what was recorded of a pair.</summary>
    Backtested,

    /// <summary>Somebody asked for a rollout that needs another person's approval.</summary>
    Requested,

    /// <summary>Another person approved a rollout.</summary>
    Approved,

    /// <summary>A version began to run in the shadow of the one in force.</summary>
    Shadowed,

    /// <summary>A version began to quote on some pairs.</summary>
    Canaried,

    /// <summary>A version was put in force on all pairs.</summary>
    Activated,

    /// <summary>An operator went back to an earlier version.</summary>
    RolledBack,

    /// <summary>A version failed, or a guard tripped, on a pair.</summary>
    Failed,

    /// <summary>An operator took a version out of the shadow.</summary>
    ShadowEnded,

    /// <summary>A pair was given the rule, or other parameters of it.</summary>
    Configured,
}
