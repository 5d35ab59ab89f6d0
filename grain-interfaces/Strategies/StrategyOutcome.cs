namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>What became of a step in a rule's life.</summary>
/// <param name="Refusal">Why nothing has changed, or <see cref="StrategyRefusal.None"/>.</param>
/// <param name="Detail">What was refused and why, for people; empty when it was not.</param>
/// <param name="AwaitsApproval">Whether the step is written down and waits for another person.
/// </param>
/// <param name="Strategy">What is in force now.</param>
[GenerateSerializer, Immutable, Alias("StrategyOutcome")]
public sealed record StrategyOutcome(
    [property: Id(0)] StrategyRefusal Refusal,
    [property: Id(1)] string Detail,
    [property: Id(2)] bool AwaitsApproval,
    [property: Id(3)] StrategyView Strategy);
