namespace MarketMaker.Strategies.Verification;

/// <summary>What a method of a rule's image is for, which decides what may be in it.</summary>
internal enum MethodRole
{
    /// <summary>The author's: <c>OnTick</c> and what it calls.</summary>
    Rule = 0,

    /// <summary>The script's constructor, of the compiler's making.</summary>
    Constructor,

    /// <summary>Makes an instance and starts its initialisers.</summary>
    Factory,

    /// <summary>Starts the state machine that the initialisers are.</summary>
    Initialize,

    /// <summary>The field initialisers: the only place where arrays are made.</summary>
    Initialisers,

    /// <summary>The other member of the initialisers' state machine.</summary>
    SetStateMachine,
}
