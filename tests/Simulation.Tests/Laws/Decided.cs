using MarketMaker.Engine.Market;
using MarketMaker.Simulation.Tests.World;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Simulation.Tests.Laws;

/// <summary>A maker's decision, and what was to be expected of it.</summary>
/// <param name="Decision">What it decided.</param>
/// <param name="Expected">Why nothing may rest, as the oracle sees it.</param>
/// <param name="Parameters">What it was configured with.</param>
/// <param name="Rule">The version that it asked.</param>
/// <param name="FaultsInARow">How many faulty answers it has had since the last sound one.</param>
internal sealed record Decided(
    QuoteDecision Decision,
    PauseReason Expected,
    QuotingParameters Parameters,
    RuleKind Rule,
    int FaultsInARow)
{
    /// <summary>Whether the rule was asked and its answer was a fault.</summary>
    public bool IsFault => Expected == PauseReason.None && RuleVersions.IsFaulty(Rule);

    /// <summary>Whether it was asked for the configured ladder and gave it.</summary>
    public bool WantsBothSides =>
        Expected == PauseReason.None && RuleVersions.IsTwoSided(Rule);

    /// <summary>Whether the ladder of earlier ticks may stand although the rule fails.</summary>
    public bool BearsFault => IsFault && FaultsInARow < PairMaker.MaxFaultsInARow;

    /// <summary>Whether nothing of the desk's may rest.</summary>
    public bool WantsNothing =>
        Expected != PauseReason.None || Rule == RuleKind.Silent || (IsFault && !BearsFault);
}
