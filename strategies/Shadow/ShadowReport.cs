using MarketMaker.Strategies.Backtests;

namespace MarketMaker.Strategies.Shadow;

/// <summary>How a candidate and the rule in force did on the same live prices and customers.
/// </summary>
/// <param name="Candidate">The candidate on its ghost market; null before the market is known.
/// </param>
/// <param name="Current">The rule in force on a ghost market of its own; null before the market is
/// known.</param>
/// <param name="Beginnings">How often both began from the real market as it was: once, and again
/// after each loss.</param>
/// <param name="Divergences">How many customers' commands were accepted by the candidate's market
/// and refused by the real one, or the other way round.</param>
/// <param name="LastLoss">Why they last began anew; null if they did not.</param>
public sealed record ShadowReport(
    QuotingReport? Candidate,
    QuotingReport? Current,
    long Beginnings,
    long Divergences,
    string? LastLoss);
