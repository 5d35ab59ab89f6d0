namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>The quoting rule of a pair.</summary>
/// <param name="Strategy">The rule's name.</param>
/// <param name="Version">Its content hash; empty when no version is in force.</param>
/// <param name="Fallback">What the maker goes back to by itself, "name version"; null if there is
/// nothing.</param>
/// <param name="Epoch">Of the rule, as the maker knows it.</param>
/// <param name="Parameters">What the operator can set.</param>
/// <param name="LastRollback">Why the maker last went back by itself; null if it did not since it
/// woke up.</param>
[GenerateSerializer, Immutable, Alias("PairRuleView")]
public sealed record PairRuleView(
    [property: Id(0)] string Strategy,
    [property: Id(1)] string Version,
    [property: Id(2)] string? Fallback,
    [property: Id(3)] long Epoch,
    [property: Id(4)] RuleParameterView[] Parameters,
    [property: Id(5)] string? LastRollback);
