namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>Why a step of a rule's life was refused, in order of precedence.</summary>
public enum StrategyRefusal
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>Whoever asks must say who they are, because activation needs approval.</summary>
    OperatorMissing,

    /// <summary>The rule has no such version.</summary>
    UnknownVersion,

    /// <summary>The version was rejected when it was uploaded.</summary>
    Rejected,

    /// <summary>The version was rolled back for a fault or a guard, here or under another name.
    /// </summary>
    Bad,

    /// <summary>No version waits for approval, or another one does.</summary>
    NothingToApprove,

    /// <summary>Who approves must not be who uploaded.</summary>
    SamePerson,

    /// <summary>No pair was named, or one that does not use the rule.</summary>
    UnknownPair,

    /// <summary>No version of the rule is in force, so a part of its pairs cannot differ.
    /// </summary>
    NothingInForce,

    /// <summary>The version is in force there already, so it can neither differ from it nor be
    /// compared with it.</summary>
    AlreadyInForce,

    /// <summary>The version is not in the shadow.</summary>
    NotInShadow,

    /// <summary>There is no earlier version to go back to.</summary>
    NothingBefore,

    /// <summary>Nothing is recorded of the pair that the version could be tried on.</summary>
    NothingRecorded,

    /// <summary>A pair's silo could not make the version ready, or the pair's parameters do not
    /// fit it; nothing has changed.</summary>
    NotPrepared,
}
