namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>Asks to go back to an earlier version.</summary>
/// <param name="Version">Which; null ends the canary if there is one, else takes the version that
/// was in force before.</param>
/// <param name="Strict">Whether the rules' state cells become again what they were when the version
/// that is left came into force.</param>
/// <param name="Bad">Whether the version that is left may never be put in force again.</param>
/// <param name="Act">Who asks, and why.</param>
[GenerateSerializer, Immutable, Alias("RollbackRequest")]
public sealed record RollbackRequest(
    [property: Id(0)] string? Version,
    [property: Id(1)] bool Strict,
    [property: Id(2)] bool Bad,
    [property: Id(3)] StrategyAct Act);
