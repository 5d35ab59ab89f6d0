using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>What a pair quotes by.</summary>
/// <param name="Epoch">Of two assignments of one rule, the one with the higher epoch holds.
/// </param>
/// <param name="Rule">The version; null when none of the rule is in force.</param>
/// <param name="Fallback">What the maker goes back to by itself when the version fails; null if no
/// other version of the rule was in force before.</param>
/// <param name="Shadow">What runs in its shadow; null if nothing does.</param>
/// <param name="Strict">Whether the state cells become again what they were when the version that
/// is left came into force.</param>
[GenerateSerializer, Immutable, Alias("RuleAssignment")]
public sealed record RuleAssignment(
    [property: Id(0)] long Epoch,
    [property: Id(1)] StrategyVersion? Rule,
    [property: Id(2)] StrategyVersion? Fallback,
    [property: Id(3)] StrategyVersion? Shadow,
    [property: Id(4)] bool Strict);
