namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>What is in force of a rule.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="Epoch">Rises with each change of what is in force anywhere.</param>
/// <param name="Active">The version in force; null if there is none.</param>
/// <param name="Previous">What a rollback goes back to; null if there is nothing.</param>
/// <param name="Canary">The version that some pairs quote instead; null if none do.</param>
/// <param name="Shadow">The version that runs in the shadow; null if none does.</param>
/// <param name="Awaiting">The rollout that waits for approval; null if none does.</param>
/// <param name="Pairs">The pairs that use the rule.</param>
[GenerateSerializer, Immutable, Alias("StrategyView")]
public sealed record StrategyView(
    [property: Id(0)] string Name,
    [property: Id(1)] long Epoch,
    [property: Id(2)] string? Active,
    [property: Id(3)] string? Previous,
    [property: Id(4)] RolloutView? Canary,
    [property: Id(5)] RolloutView? Shadow,
    [property: Id(6)] RolloutView? Awaiting,
    [property: Id(7)] string[] Pairs);
