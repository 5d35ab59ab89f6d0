namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>How a candidate did on a pair, and the rule that it would follow.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Current">The rule that it is compared with; null if there is none.</param>
/// <param name="Difference">The candidate's figures less the current's; null without one.</param>
[GenerateSerializer, Immutable, Alias("ComparisonView")]
public sealed record ComparisonView(
    [property: Id(0)] string Pair,
    [property: Id(1)] QuotingView Candidate,
    [property: Id(2)] QuotingView? Current,
    [property: Id(3)] QuotingFigures? Difference)
{
    /// <summary>Compares.</summary>
    public static ComparisonView Of(string pair, QuotingView candidate, QuotingView? current) =>
        new(
            pair, candidate, current,
            current is null ? null : candidate.Figures.Minus(current.Figures));
}
